/// A PDF that is made on the spot, with a cross-reference table.
struct SmallPDF {
  /// The dictionary of the first page, besides its type, parent and contents.
  var page = "/MediaBox [0 0 595 842]"
  /// What the page draws.
  var content = ""
  /// Further objects from number 5 on, each complete.
  var objects: [String] = []
  var kids = "[3 0 R]"
  var pageCount = 1
  var trailer = ""

  static let font = "/Resources << /Font << /F 5 0 R >> /XObject << /I 6 0 R >> >>"
  static let helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"

  /// A grey picture of one pixel.
  static let onePixel = picture(width: 1, height: 1)

  static func picture(width: Int, height: Int) -> String {
    """
    << /Type /XObject /Subtype /Image /Width \(width) /Height \(height) /ColorSpace /DeviceGray \
    /BitsPerComponent 8 /Length 1 >>
    stream
    z
    endstream
    """
  }

  /// Helvetica text at places in points, origin bottom left.
  static func text(_ parts: [(x: Int, y: Int, text: String)]) -> String {
    parts.map { "BT /F 12 Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }.joined(separator: "\n")
  }

  var bytes: [UInt8] {
    let all =
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids \(kids) /Count \(pageCount) >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R \(page) >>",
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      ] + objects
    var text = "%PDF-1.4\n"
    var table = "xref\n0 \(all.count + 1)\n0000000000 65535 f \n"
    for (index, object) in all.enumerated() {
      let digits = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += table + "trailer\n<< /Size \(all.count + 1) /Root 1 0 R \(trailer) >>\n"
    return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
  }
}
