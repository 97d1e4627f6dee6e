import Crypto
import PortableDocument

/// A revision behind the seal: its catalog, objects, cross-reference section and trailer (ISO 32000-1, 7.5.6).
///
/// The same objects always give the same bytes, so a verifier takes the objects, writes them again and compares.
struct AppendedRevision {
  private(set) var bytes: [UInt8]
  private(set) var nextNumber: Int
  private let end: RevisionEnd
  private var offsets: [Int: Int] = [:]

  init(after end: RevisionEnd) {
    self.end = end
    bytes = end.bytes
    nextNumber = end.section.trailer["Size"]?.integer ?? 0
  }

  mutating func newNumber() -> Int {
    nextNumber += 1
    return nextNumber - 1
  }

  mutating func add(_ number: Int, _ dictionary: PDFDictionary) {
    begin(number)
    append(dictionary.written + "\nendobj\n")
  }

  mutating func add(_ number: Int, stream: [UInt8]) {
    begin(number)
    append("<< /Length \(stream.count) >>\nstream\n")
    bytes += stream
    append("\nendstream\nendobj\n")
  }

  mutating func begin(_ number: Int) {
    offsets[number] = bytes.count
    append("\(number) 0 obj\n")
  }

  mutating func append(_ text: String) { bytes += Array(text.utf8) }

  mutating func fill(_ place: Range<Int>, with text: String) {
    bytes.replaceSubrange(place, with: Array(text.utf8))
  }

  /// Writes section and trailer. Of the file identifier (14.4) the first half stays; the other is made of what was added.
  mutating func close() {
    let added = SHA256.hash(data: bytes[end.bytes.count...])
    let section = bytes.count
    append("xref\n")
    for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
      append("\(number) 1\n\(PDFObjectWriter.padded(offset)) 00000 n \n")
    }
    let old = end.section.trailer
    var trailer: PDFDictionary = ["Size": .integer(nextNumber), "Root": .reference(end.root)]
    trailer["Info"] = old["Info"]
    trailer["Prev"] = .integer(end.section.range.lowerBound)
    let first = old["ID"]?.array?.first ?? .string(PDFString([]))
    trailer["ID"] = .array([first, .string(PDFString(Array(added.prefix(16))))])
    append("trailer\n\(trailer.written)\nstartxref\n\(section)\n%%EOF\n")
  }
}
