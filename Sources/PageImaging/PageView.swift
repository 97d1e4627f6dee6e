import CLeptonica
import Cases

/// A page seen from afar: grey, small, with the level of its background.
struct PageView: ~Copyable {
  /// Longest side in pixels.
  private static let side = 1_000.0

  let grey: PixImage
  /// Pixels of the page for one pixel here.
  let scale: Double
  /// Grey level of what the documents lie on.
  let background: Int
  /// Pixels here for one millimetre of paper, where the page tells.
  let pixelsPerMillimetre: Double?

  init(of picture: borrowing PixImage) throws(Problem) {
    let full = try picture.grey()
    let factor = min(1, Self.side / Double(max(full.width, full.height)))
    let small = try PixImage(
      adopting: factor < 1
        ? pixScale(full.pix, Float(factor), Float(factor)) : pixCopy(nil, full.pix))
    let level = try Self.level(alongEdgesOf: small)
    let perMillimetre = PaperScale.pixelsPerMillimetre(
      width: picture.width, height: picture.height, dotsPerInch: Int(pixGetXRes(picture.pix)))
    scale = 1 / factor
    background = level
    pixelsPerMillimetre = perMillimetre.map { $0 * factor }
    grey = small
  }

  /// Whether this is a sheet on which a card leaves most of the paper white.
  var isSheet: Bool {
    guard let unit = pixelsPerMillimetre else { return false }
    return Double(grey.width * grey.height) > 6 * CardSize.width * CardSize.height * unit * unit
  }

  /// The median of a frame two hundredths wide: a document seldom touches all four edges.
  private static func level(alongEdgesOf picture: borrowing PixImage) throws(Problem) -> Int {
    let frame = max(2, min(picture.width, picture.height) / 50)
    let image = try picture.pageImage()
    var counts = [Int](repeating: 0, count: 256)
    for y in 0..<image.height {
      let isEdgeRow = y < frame || y >= image.height - frame
      for x in 0..<image.width where isEdgeRow || x < frame || x >= image.width - frame {
        counts[Int(image.pixels[y * image.width + x])] += 1
      }
    }
    var rest = counts.reduce(0, +) / 2
    for level in 0..<256 {
      rest -= counts[level]
      if rest < 0 { return level }
    }
    return 255
  }

  /// One-bit picture of what differs from the background by more than that many levels.
  borrowing func different(by levels: Int) throws(Problem) -> PixImage {
    let darker = try PixImage(
      adopting: pixThresholdToBinary(grey.pix, Int32(max(1, background - levels))))
    guard background + levels < 255 else { return darker }
    let notLighter = try PixImage(
      adopting: pixThresholdToBinary(grey.pix, Int32(background + levels)))
    let lighter = try PixImage(adopting: pixInvert(nil, notLighter.pix))
    return try PixImage(adopting: pixOr(nil, darker.pix, lighter.pix))
  }
}
