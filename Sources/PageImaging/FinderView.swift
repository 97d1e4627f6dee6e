import CLeptonica
import Cases

/// A page as the finder looks at it: small enough to be quick, in colour and in grey.
struct FinderView {
  /// Longest side of the two smaller pictures in pixels.
  static let colourSide = 800.0
  static let greySide = 1_600.0

  /// Of the page, in pixels.
  let width: Int
  let height: Int
  private let dotsPerInch: Int
  /// RGB or grey, for regions.
  let small: PixImage
  /// Pixels of `small` for one of the page.
  let smallScale: Double
  /// Darkest channel as grey, for edges: a pale tint shows there most.
  let grey: PixImage
  /// Pixels of `grey` for one of the page.
  let greyScale: Double

  /// The picture of the page itself is not kept: it is the largest thing in memory.
  init(_ page: PixImage) throws(Problem) {
    (width, height, dotsPerInch) = (page.width, page.height, page.dotsPerInch)
    let longest = Double(max(page.width, page.height))
    smallScale = min(1, Self.colourSide / longest)
    greyScale = min(1, Self.greySide / longest)
    small = try page.scaled(
      width: Int(Double(page.width) * smallScale), height: Int(Double(page.height) * smallScale))
    let middle = try page.scaled(
      width: Int(Double(page.width) * greyScale), height: Int(Double(page.height) * greyScale))
    grey = try middle.darkestChannel()
  }

  /// Grey levels by which the rim of a scan varies at most: around a scanned paper lies an evenly lit lid, around a
  /// photographed one a desk in daylight.
  private static let mostSpreadOfScan = 3
  private static let mostSpreadOfCopy = 6

  /// Whether a scanner or a copier took the page, by what lies around the paper.
  var isScan: Bool {
    get throws(Problem) {
      let spread = PageBackground(rimOf: try small.pageImage()).spread
      return spread <= (pixelsPerMillimetre == nil ? Self.mostSpreadOfScan : Self.mostSpreadOfCopy)
    }
  }

  /// Pixels of the page for one millimetre, where the file or the shape of the paper tells it.
  var pixelsPerMillimetre: Double? {
    PaperFormat.scale(ofPage: width, height, dotsPerInch: dotsPerInch)
  }

  /// The same for `grey`.
  var greyPixelsPerMillimetre: Double? { pixelsPerMillimetre.map { $0 * greyScale } }
}

extension PixImage {
  /// Grey of the darkest of red, green and blue.
  func darkestChannel() throws(Problem) -> PixImage {
    depth == 32 ? try making { pixConvertRGBToGrayMinMax($0, Int32(L_CHOOSE_MIN)) } : self
  }
}
