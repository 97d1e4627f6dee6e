import Crypto
import PortableDocument

/// A revision behind the seal: its catalog, objects, cross-reference section and trailer (ISO 32000-1, 7.5.6).
///
/// The same objects always give the same bytes, so a verifier takes the objects, writes them again and compares.
struct AppendedRevision {
  private var writer: PDFObjectWriter
  private let end: RevisionEnd

  init(after end: RevisionEnd) {
    self.end = end
    writer = PDFObjectWriter(
      continuing: end.bytes, nextNumber: end.section.trailer["Size"]?.integer ?? 0)
  }

  var bytes: [UInt8] { writer.bytes }

  mutating func newNumber() -> Int { writer.newNumber() }

  mutating func add(_ number: Int, _ dictionary: PDFDictionary) { writer.add(number, dictionary) }

  mutating func add(_ number: Int, stream: [UInt8]) { writer.add(number, [:], stream: stream) }

  mutating func begin(_ number: Int) { writer.begin(number) }

  mutating func append(_ text: String) { writer.append(text) }

  mutating func fill(_ place: Range<Int>, with text: String) { writer.fill(place, with: text) }

  /// Writes section and trailer in the manner of the file. Of the file identifier (14.4) the first half stays; the other is
  /// made of what was added.
  mutating func close() {
    let added = SHA256.hash(data: bytes[end.bytes.count...])
    let old = end.section.trailer
    var trailer: PDFDictionary = ["Root": .reference(end.root)]
    trailer["Info"] = old["Info"]
    trailer["Prev"] = .integer(end.section.range.lowerBound)
    let first = old["ID"]?.array?.first ?? .string(PDFString([]))
    trailer["ID"] = .array([first, .string(PDFString(Array(added.prefix(16))))])
    if end.section.isStream { writer.closeWithStream(trailer) } else { closeWithTable(trailer) }
  }

  /// Each entry in a subsection of its own.
  private mutating func closeWithTable(_ more: PDFDictionary) {
    let section = bytes.count
    append("xref\n")
    for (number, offset) in writer.offsets.sorted(by: { $0.key < $1.key }) {
      append("\(number) 1\n\(PDFObjectWriter.padded(offset)) 00000 n \n")
    }
    var trailer: PDFDictionary = ["Size": .integer(writer.nextNumber)]
    for entry in more.entries { trailer[entry.key] = entry.value }
    append("trailer\n\(trailer.written)\nstartxref\n\(section)\n%%EOF\n")
  }
}
