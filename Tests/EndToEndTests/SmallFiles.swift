import Foundation

/// Files that are made on the spot.
enum SmallFiles {
  /// The first bytes of a PNG that claims to be that large.
  static func pngHeader(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    signature + chunk("IHDR", be(width) + be(height) + [8, 0, 0, 0, 0]) + chunk("IEND", [])
  }

  /// An 8-bit grey PNG with those compressed rows, and those chunks before them.
  static func png(
    _ width: UInt32, _ height: UInt32, pixels: [UInt8], before: [(String, [UInt8])] = []
  ) -> [UInt8] {
    signature + chunk("IHDR", be(width) + be(height) + [8, 0, 0, 0, 0])
      + before.flatMap { chunk($0, $1) } + chunk("IDAT", pixels) + chunk("IEND", [])
  }

  /// 800 × 600 white pixels: a page with nothing on it.
  static let blankPNG: [UInt8] = {
    let row: [UInt8] = [0] + [UInt8](repeating: 255, count: 800)
    let pixels = [UInt8]((0..<600).map { _ in row }.joined())
    return signature + chunk("IHDR", be(800) + be(600) + [8, 0, 0, 0, 0])
      + chunk("IDAT", zlibStored(pixels)) + chunk("IEND", [])
  }()

  static let pdfWithoutPages: [UInt8] = {
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for object in ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"] {
      offsets.append(text.utf8.count)
      text += "\(offsets.count) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 3\n0000000000 65535 f \n"
    for offset in offsets {
      text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    text += "trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }()

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private static func be(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return be(UInt32(data.count)) + body + be(crc32(body))
  }

  /// zlib's format with stored blocks (RFC 1950, RFC 1951 section 3.2.4).
  private static func zlibStored(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x78, 0x01]
    var start = 0
    while start < bytes.count {
      let end = min(start + 65_535, bytes.count)
      let length = UInt16(end - start)
      out.append(end == bytes.count ? 1 : 0)
      for value in [length, ~length] {
        out += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
      }
      out += bytes[start..<end]
      start = end
    }
    return out + be(adler32(bytes))
  }

  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (a, b) = (UInt32(1), UInt32(0))
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return b << 16 | a
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
