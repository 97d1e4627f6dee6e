/// Files that are made on the spot: as small as each format allows, and whole.
enum SmallFiles {
  static let jpeg = jpeg(width: 800, height: 600)

  /// Only what is looked at before decoding: SOI, APP0, a frame header, a scan header, some data, EOI.
  static func jpeg(width: UInt16, height: UInt16, frame: UInt8 = 0xC0) -> [UInt8] {
    jpegStart + jpegFrame(width: width, height: height, marker: frame) + jpegScan + [0xFF, 0xD9]
  }

  static let jpegStart: [UInt8] = [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8))
  static let jpegScan: [UInt8] =
    segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0x56]

  static func jpegFrame(width: UInt16, height: UInt16, marker: UInt8 = 0xC0) -> [UInt8] {
    segment(marker, [8] + big(height) + big(width) + [1, 1, 0x11, 0])
  }

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(UInt16(content.count + 2)) + content
  }

  static let png = png(width: 800, height: 600)

  static func png(width: UInt32, height: UInt32, firstChunk: String = "IHDR") -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk(firstChunk, big(width) + big(height) + [8, 0, 0, 0, 0])
      + chunk("IDAT", [1, 2, 3, 4, 5, 6, 7, 8]) + chunk("IEND", [])
  }

  /// The check sum is left out of account here.
  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    big(UInt32(data.count)) + Array(type.utf8) + data + [0, 0, 0, 0]
  }

  static let pdf = pdf()

  /// One empty page, with a cross-reference table.
  static func pdf(before: String = "", after: String = "") -> [UInt8] {
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    var text = "%PDF-1.4\n"
    var table = "xref\n0 4\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let digits = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += table + "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array((before + text + after).utf8)
  }

  private static func big(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 255)] }
  private static func big(_ value: UInt32) -> [UInt8] {
    big(UInt16(value >> 16)) + big(UInt16(value & 0xFFFF))
  }
}
