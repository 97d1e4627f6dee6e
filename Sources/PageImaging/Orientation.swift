import Cases

/// How a stored picture must be turned to be upright (Exif 2.3 and TIFF 6.0, tag 0x0112): 1 not at all, 2-8 mirrored
/// or turned.
enum Orientation: Int {
  case upright = 1
  case mirrored, halfTurn, flipped, transposed, quarterRight, transverse, quarterLeft

  /// From the EXIF segment (APP1) of a JPEG; upright where there is none.
  init(jpeg bytes: [UInt8]) {
    self = Self.exif(in: bytes).flatMap(ImageFileDirectory.init(firstIn:))?.orientation ?? .upright
  }

  /// From the EXIF chunk of a WebP (RFC 9649, 2.7.1.5), which begins with a TIFF header; upright where there is none.
  init(webp bytes: [UInt8]) {
    var offset = 12
    var exif: ArraySlice<UInt8>?
    while exif == nil, offset + 8 <= bytes.count {
      let length = bytes[offset + 4..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
      let end = offset + 8 + length
      guard end <= bytes.count else { break }
      if bytes[offset..<offset + 4].elementsEqual("EXIF".utf8) { exif = bytes[offset + 8..<end] }
      offset = end + length % 2
    }
    // Some programs write the name that a JPEG has before it.
    let name = Array("Exif\0\0".utf8)
    let block = exif.map { $0.starts(with: name) ? $0.dropFirst(name.count) : $0 }
    self = block.flatMap(ImageFileDirectory.init(firstIn:))?.orientation ?? .upright
  }

  /// What follows `Exif` in the first segment of that name; it begins with a TIFF header.
  private static func exif(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let name = Array("Exif\0\0".utf8)
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xFF, bytes[offset + 1] != 0xDA {
      // Fill bytes may stand before a marker (ITU-T T.81, B.1.1.2).
      if bytes[offset + 1] == 0xFF {
        offset += 1
        continue
      }
      let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
      let end = offset + 2 + length
      guard length >= 2, end <= bytes.count else { return nil }
      let content = bytes[(offset + 4)..<end]
      if bytes[offset + 1] == 0xE1, content.starts(with: name) {
        return content.dropFirst(name.count)
      }
      offset = end
    }
    return nil
  }

  /// From the upright picture of that size back to the picture as stored. Pixel edges, not centres.
  func toStored(uprightWidth w: Double, uprightHeight h: Double) -> Projection {
    switch self {
    case .upright: .identity
    case .mirrored: Projection(-1, 0, w, 0, 1, 0)
    case .halfTurn: Projection(-1, 0, w, 0, -1, h)
    case .flipped: Projection(1, 0, 0, 0, -1, h)
    case .transposed: Projection(0, 1, 0, 1, 0, 0)
    case .quarterRight: Projection(0, 1, 0, -1, 0, w)
    case .transverse: Projection(0, -1, h, -1, 0, w)
    case .quarterLeft: Projection(0, -1, h, 1, 0, 0)
    }
  }
}
