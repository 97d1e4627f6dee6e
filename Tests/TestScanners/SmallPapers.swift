/// Files that are made on the spot, whole, each with other content.
package enum SmallPapers {
  package static func jpeg(_ number: Int, bytes: Int = 40) -> [UInt8] {
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 1, 0, 1, 0, 1, 1, 0x11, 0]
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]
    return [0xFF, 0xD8] + frame + scan + filling(number, bytes) + [0xFF, 0xD9]
  }

  package static func png(_ number: Int, bytes: Int = 40) -> [UInt8] {
    let header: [UInt8] = [0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
      + chunk("IDAT", filling(number, bytes)) + chunk("IEND", [])
  }

  package static func pdf(_ number: Int, bytes: Int = 40) -> [UInt8] {
    let filling = filling(number, bytes / 2).map { String($0, radix: 16) }.joined()
    let text = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%\(filling)\n"
    let end =
      "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R >>\nstartxref\n\(text.utf8.count)\n%%EOF\n"
    return Array((text + end).utf8)
  }

  package static func bmp(_ number: Int, side: Int = 4) -> [UInt8] {
    let pixels = filling(number, side * side * 4)
    return Array("BM".utf8) + little(54 + pixels.count) + little(0) + little(54) + little(40)
      + little(side) + little(side) + [1, 0, 32, 0] + [UInt8](repeating: 0, count: 24) + pixels
  }

  package static func webp(_ number: Int, bytes: Int = 40) -> [UInt8] {
    let data = [0x2F, 0xFF, 0x00, 0x00, 0x00] + filling(number, bytes)
    let chunk =
      Array("VP8L".utf8) + little(data.count) + data + [UInt8](repeating: 0, count: data.count % 2)
    return Array("RIFF".utf8) + little(4 + chunk.count) + Array("WEBP".utf8) + chunk
  }

  /// One strip behind one directory of six entries.
  package static func tiff(_ number: Int, bytes: Int = 40) -> [UInt8] {
    let entries = [(256, 16), (257, 16), (258, 8), (259, 1), (273, 86), (279, bytes)]
    let directory = entries.flatMap { tag, value in
      short(tag) + short(4) + little(1) + little(value)
    }
    return Array("II".utf8) + short(42) + little(8) + short(6) + directory + little(0)
      + filling(number, bytes)
  }

  package static let all = [jpeg(1), png(1), pdf(1), bmp(1), webp(1), tiff(1)]

  /// Never 0xFF, which means something in a JPEG.
  private static func filling(_ number: Int, _ count: Int) -> [UInt8] {
    var state = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33) % 0xF0
    }
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    little(data.count).reversed() + Array(type.utf8) + data + [0, 0, 0, 0]
  }

  private static func little(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func short(_ value: Int) -> [UInt8] { Array(little(value).prefix(2)) }
}
