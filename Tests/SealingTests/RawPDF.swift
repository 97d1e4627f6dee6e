import Foundation
import PortableDocument

/// A PDF of one page that is written by hand, so that its cross-references can say anything.
struct RawPDF {
  private(set) var bytes = Array("%PDF-1.7\n%".utf8) + [0xE5, 0xE5, 0xE5, 0xE5, 10]
  private(set) var offsets: [Int: Int] = [:]

  init() {
    add(1, "<< /Type /Catalog /Pages 2 0 R >>")
    add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>")
    add(4, "<< /Length 5 >>\nstream\nBT ET\nendstream")
    add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
  }

  /// - Parameter body: one byte for each scalar.
  mutating func add(_ number: Int, _ body: String) {
    offsets[number] = bytes.count
    write("\(number) 0 obj\n\(body)\nendobj\n")
  }

  mutating func addStream(_ number: Int, _ dictionary: String, _ data: [UInt8]) {
    offsets[number] = bytes.count
    write("\(number) 0 obj\n<< \(dictionary) /Length \(data.count) >>\nstream\n")
    bytes += data
    write("\nendstream\nendobj\n")
  }

  mutating func write(_ text: String) {
    bytes += text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// The entry of a table.
  func entry(_ number: Int, at offset: Int? = nil, _ kind: String = "00000 n") -> String {
    "\(number) 1\n\(PDFObjectWriter.padded(offset ?? offsets[number] ?? 0)) \(kind) \n"
  }

  /// - Parameters:
  ///   - before, after: entries around the regular ones.
  func withTable(
    before: String = "", after: String = "", trailer: String = "/Size 9 /Root 1 0 R"
  ) -> [UInt8] {
    var file = self
    let listed = offsets.keys.sorted().map { entry($0) }.joined()
    file.write("xref\n\(before)0 1\n0000000000 65535 f \n\(listed)\(after)")
    file.write("trailer\n<< \(trailer) >>\nstartxref\n\(bytes.count)\n%%EOF\n")
    return file.bytes
  }

  /// - Parameter more: numbers with the bytes of their entries: type, four of place, two of index.
  func withStream(
    before: [(Int, [UInt8])] = [], after more: [(Int, [UInt8])] = [], dictionary: String = "",
    size: String = "/Size 9", index: String? = nil
  ) -> [UInt8] {
    let regular = offsets.sorted { $0.key < $1.key }.map { ($0.key, Self.entry(1, $0.value)) }
    let entries = before + regular + more
    let index = index ?? "/Index [\(entries.map { "\($0.0) 1" }.joined(separator: " "))]"
    var file = self
    file.addStream(
      8, "/Type /XRef /W [1 4 2] \(size) \(index) /Root 1 0 R \(dictionary)",
      entries.flatMap(\.1))
    file.write("startxref\n\(bytes.count)\n%%EOF\n")
    return file.bytes
  }

  static func entry(_ type: UInt8, _ place: Int, _ index: Int = 0) -> [UInt8] {
    [type] + (0..<4).map { UInt8(truncatingIfNeeded: place >> (24 - 8 * $0)) }
      + [UInt8(truncatingIfNeeded: index >> 8), UInt8(truncatingIfNeeded: index)]
  }
}
