import CLeptonica
import Testing

/// Small pictures, written by the library that scanners' software uses too.
enum Encoded {
  /// Makes a picture of 1, 8 or 32 bits a pixel; colours are 0xRRGGBB00.
  static func picture(
    width: Int, height: Int, depth: Int32, _ shade: (_ x: Int, _ y: Int) -> UInt32
  ) throws -> Picture {
    let pix = try #require(pixCreate(Int32(width), Int32(height), depth))
    for y in 0..<height {
      for x in 0..<width { pixSetPixel(pix, Int32(x), Int32(y), shade(x, y)) }
    }
    return Picture(pix: pix)
  }

  /// The bytes that a Leptonica function writes.
  static func bytes(
    _ write: (_ data: inout UnsafeMutablePointer<UInt8>?, _ size: inout Int) -> Int32
  ) throws -> [UInt8] {
    var data: UnsafeMutablePointer<UInt8>?
    var size = 0
    try #require(write(&data, &size) == 0)
    defer { lept_free(data) }
    return Array(UnsafeBufferPointer(start: data, count: size))
  }
}

/// Owns one Leptonica picture.
final class Picture {
  let pix: PixHandle

  init(pix: PixHandle) { self.pix = pix }

  deinit {
    var doomed: PixHandle? = pix
    pixDestroy(&doomed)
  }

  func jpeg() throws -> [UInt8] { try file(IFF_JFIF_JPEG) }
  func png() throws -> [UInt8] { try file(IFF_PNG) }

  func file(_ format: Int) throws -> [UInt8] {
    try Encoded.bytes { pixWriteMem(&$0, &$1, pix, Int32(format)) }
  }

  /// Without compression, with one more entry in the directory.
  func tiff(tag: Double, value: String) throws -> [UInt8] {
    var (tags, values, types) = (numaCreate(1), sarrayCreate(1), sarrayCreate(1))
    defer {
      numaDestroy(&tags)
      sarrayDestroy(&values)
      sarrayDestroy(&types)
    }
    numaAddNumber(tags, Float(tag))
    sarrayAddString(values, value, Int32(L_COPY))
    sarrayAddString(types, "l_uint16", Int32(L_COPY))
    return try Encoded.bytes {
      pixWriteMemTiffCustom(&$0, &$1, pix, Int32(IFF_TIFF), tags, values, types, nil)
    }
  }
}
