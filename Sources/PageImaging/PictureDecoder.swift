import CLeptonica
import Cases

/// Pictures out of JPEG, PNG, TIFF, WebP and BMP files.
///
/// How many pixels a file claims was checked against the limits before it came here.
struct PictureDecoder: PagedFile {
  /// What has more is made smaller before it is looked at: A4 at 600 dpi has 35 million, and reading needs a quarter of that.
  private static let mostPixels = 36_000_000

  private let bytes: [UInt8]
  private let format: FileFormat
  /// One a picture.
  private let orientations: [Orientation]

  init(bytes: [UInt8], format: FileFormat) throws(Problem) {
    setMsgSeverity(Int32(L_SEVERITY_NONE))
    let directories = format == .tiff ? ImageFileDirectory.all(in: bytes) : []
    self.format = format
    self.bytes =
      format == .bmp ? BMPPixels.plain(bytes) : Self.withoutOrientation(bytes, directories)
    orientations =
      switch format {
      case .jpeg: [Orientation(jpeg: bytes)]
      case .tiff: directories.map(\.orientation)
      case .webp: [Orientation(webp: bytes)]
      case .png, .bmp, .pdf: [.upright]
      }
    guard !orientations.isEmpty else { throw .damagedImage }
  }

  /// Leptonica turns what it reads from a TIFF, and turns some pictures the wrong way. Where the file says nothing of
  /// an orientation, all pictures come out as they are stored.
  private static func withoutOrientation(_ bytes: [UInt8], _ directories: [ImageFileDirectory])
    -> [UInt8]
  {
    var bytes = bytes
    for place in directories.flatMap(\.orientationPlaces) {
      // 0 is no orientation, in either byte order.
      (bytes[place], bytes[place + 1]) = (0, 0)
    }
    return bytes
  }

  var count: Int { orientations.count }

  /// A picture has no text of its own.
  func textLayer(_ number: Int) -> PageTextLayer? { nil }

  func page(_ number: Int, dotsPerInch: Double) throws(Problem) -> SubmittedPage {
    guard orientations.indices.contains(number - 1) else { throw .damagedImage }
    let orientation = orientations[number - 1]
    let flat = try Self.onWhite(try PixImage(adopting: decoded(number - 1)))
    let upright = try flat.turned(orientation)
    let image = try upright.reduced(toPixels: Self.mostPixels)
    let scale = Projection.scaling(
      Double(upright.width) / Double(image.width), Double(upright.height) / Double(image.height))
    return SubmittedPage(
      number: number, size: Self.storedSize(of: upright, orientation, page: number),
      image: try image.pageImage(),
      toPage: scale.then(
        orientation.toStored(
          uprightWidth: Double(upright.width), uprightHeight: Double(upright.height))))
  }

  private static func storedSize(
    of upright: PixImage, _ orientation: Orientation, page: Int
  ) -> PageSize {
    let (width, height) = (Double(upright.width), Double(upright.height))
    return orientation.swapsSides
      ? PageSize(page: page, width: height, height: width, unit: .pixel)
      : PageSize(page: page, width: width, height: height, unit: .pixel)
  }

  private func decoded(_ index: Int) -> PixHandle? {
    format == .tiff
      ? pixReadMemTiff(bytes, bytes.count, Int32(index)) : pixReadMem(bytes, bytes.count)
  }

  /// 8 bits a sample, without palette; transparent parts are white paper.
  private static func onWhite(_ decoded: PixImage) throws(Problem) -> PixImage {
    let whole = try withoutPalette(decoded)
    return try whole.making { pix in
      pixGetDepth(pix) == 32 && pixGetSpp(pix) == 4
        ? pixAlphaBlendUniform(pix, 0xFFFF_FF00) : pixConvertTo8Or32(pix, Int32(L_CLONE), 0)
    }
  }

  /// A palette may hold transparent colours, which Leptonica drops where it is not told to keep them.
  private static func withoutPalette(_ decoded: PixImage) throws(Problem) -> PixImage {
    guard let palette = pixGetColormap(decoded.pix) else { return decoded }
    var isOpaque: Int32 = 1
    pixcmapIsOpaque(palette, &isOpaque)
    let how = isOpaque != 0 ? REMOVE_CMAP_BASED_ON_SRC : REMOVE_CMAP_WITH_ALPHA
    return try decoded.making { pixRemoveColormap($0, Int32(how)) }
  }
}

extension Orientation {
  /// Whether the upright picture is as wide as the stored one is high.
  fileprivate var swapsSides: Bool { rawValue >= Orientation.transposed.rawValue }
}

extension PixImage {
  fileprivate func reduced(toPixels most: Int) throws(Problem) -> PixImage {
    guard width * height > most else { return self }
    let scale = (Double(most) / Double(width * height)).squareRoot()
    let size = [width, height].map { Int32(max(1, Double($0) * scale)) }
    return try making { pixScaleToSize($0, size[0], size[1]) }
  }

  fileprivate func turned(_ orientation: Orientation) throws(Problem) -> PixImage {
    switch orientation {
    case .upright: self
    case .mirrored: try mirrored()
    case .halfTurn: try turned(quarters: 2)
    case .flipped: try making { pixFlipTB(nil, $0) }
    case .quarterRight: try turned(quarters: 1)
    case .quarterLeft: try turned(quarters: 3)
    case .transposed: try turned(quarters: 1).mirrored()
    case .transverse: try turned(quarters: 3).mirrored()
    }
  }

  private func mirrored() throws(Problem) -> PixImage { try making { pixFlipLR(nil, $0) } }
}
