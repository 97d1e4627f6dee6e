import PortableDocument

/// A PDF written by hand: objects as text, a table that is right, and whatever is wrong on purpose.
struct PDFSketch {
  private var objects: [Int: [UInt8]] = [:]

  /// One page of 200 by 200 points; object 3, its content is object 4.
  init(
    page: String = "", resources: String = "", catalog: String = "", content: String = "0 0 m",
    mediaBox: String = "[0 0 200 200]"
  ) {
    self[1] = "<< /Type /Catalog /Pages 2 0 R \(catalog) >>"
    self[2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    self[3] =
      "<< /Type /Page /Parent 2 0 R /MediaBox \(mediaBox) /Contents 4 0 R "
      + "/Resources << \(resources) >> \(page) >>"
    stream(4, "", Array(content.utf8))
  }

  subscript(number: Int) -> String {
    get { String(decoding: objects[number] ?? [], as: UTF8.self) }
    set { objects[number] = Array(newValue.utf8) }
  }

  mutating func stream(_ number: Int, _ dictionary: String, _ data: [UInt8], length: String? = nil)
  {
    objects[number] =
      Array("<< \(dictionary) /Length \(length ?? "\(data.count)") >>\nstream\n".utf8) + data
      + Array("\nendstream".utf8)
  }

  mutating func deflated(_ number: Int, _ dictionary: String, _ data: [UInt8]) {
    stream(number, "\(dictionary) /Filter /FlateDecode", (try? Deflate.compress(data)) ?? [])
  }

  func bytes(trailer: String = "", size: Int? = nil) -> [UInt8] {
    var file = Array("%PDF-1.7\n".utf8)
    var table = ""
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) {
      let offset = String(file.count)
      table +=
        "\(number) 1\n\(String(repeating: "0", count: 10 - offset.count))\(offset) 00000 n \n"
      file += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    let size = size ?? (objects.keys.max() ?? 0) + 1
    let end =
      "xref\n0 1\n0000000000 65535 f \n\(table)trailer\n<< /Size \(size) /Root 1 0 R \(trailer) >>\n"
      + "startxref\n\(start)\n%%EOF\n"
    return file + Array(end.utf8)
  }

  /// With the place of its own table in the trailer: `/Prev` to itself and the like.
  func bytes(trailerNamingItself: (Int) -> String) -> [UInt8] {
    let text = bytes(trailer: "")
    let start = text.indices.last { text[$0...].starts(with: "xref\n0".utf8) } ?? 0
    return bytes(trailer: trailerNamingItself(start))
  }
}
