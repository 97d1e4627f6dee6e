import Cases
import PortableDocument

/// The bytes that are appended to a PDF: objects, their cross-reference section, the trailer (ISO 32000-1, 7.5.6).
struct IncrementalUpdate {
  private(set) var writer: PDFObjectWriter
  private let base: SealableDocument

  init(of base: SealableDocument) {
    self.base = base
    writer = PDFObjectWriter(continuing: base.bytes, nextNumber: base.size)
  }

  var bytes: [UInt8] { writer.bytes }

  mutating func newNumber() -> Int { writer.newNumber() }

  mutating func add(_ number: Int, _ dictionary: PDFDictionary) { writer.add(number, dictionary) }

  mutating func add(_ number: Int, _ dictionary: PDFDictionary, stream: [UInt8]) {
    writer.add(number, dictionary, stream: stream)
  }

  mutating func begin(_ number: Int) { writer.begin(number) }

  mutating func append(_ text: String) { writer.append(text) }

  /// Closes the update in the manner of the file. Of the file identifier (14.4) the first half stays; both are made of the
  /// content.
  mutating func close(id: (first: [UInt8], now: [UInt8])) {
    let first = base.identifier ?? .string(PDFString(id.first))
    var trailer: PDFDictionary = ["Root": .reference(base.root)]
    trailer["Info"] = base.info
    trailer["Prev"] = .integer(base.section)
    trailer["ID"] = .array([first, .string(PDFString(id.now))])
    if base.sectionIsStream { writer.closeWithStream(trailer) } else { writer.close(trailer) }
  }

  mutating func fill(_ place: Range<Int>, with text: String) { writer.fill(place, with: text) }
}
