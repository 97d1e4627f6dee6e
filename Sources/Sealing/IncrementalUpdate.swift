import Cases

/// The bytes that are appended to a PDF: objects, their cross-reference section, the trailer (ISO 32000-1, 7.5.6).
struct IncrementalUpdate {
  private(set) var bytes: [UInt8]
  private var offsets: [Int: Int] = [:]
  private let base: BaseDocument
  private(set) var nextNumber: Int

  init(of base: BaseDocument) {
    self.base = base
    bytes = base.bytes
    nextNumber = base.trailer["Size"]?.integer ?? 0
  }

  mutating func newNumber() -> Int {
    nextNumber += 1
    return nextNumber - 1
  }

  mutating func add(_ number: Int, _ dictionary: PDFDictionary) {
    begin(number)
    append(dictionary.written)
    append("\nendobj\n")
  }

  mutating func add(_ number: Int, _ dictionary: PDFDictionary, stream: [UInt8]) {
    var dictionary = dictionary
    dictionary["Length"] = .integer(stream.count)
    begin(number)
    append(dictionary.written + "\nstream\n")
    bytes += stream
    append("\nendstream\nendobj\n")
  }

  mutating func begin(_ number: Int) {
    offsets[number] = bytes.count
    append("\(number) 0 obj\n")
  }

  mutating func append(_ text: String) { bytes += Array(text.utf8) }

  /// Closes the update; `id` is the file identifier, made of the content (14.4).
  mutating func close(id: (first: [UInt8], now: [UInt8])) {
    let section = bytes.count
    append("xref\n")
    var numbers = offsets.keys.sorted()[...]
    while let first = numbers.first {
      let run = numbers.enumerated().prefix { $0.element == first + $0.offset }.map(\.element)
      append("\(first) \(run.count)\n")
      for number in run { append(Self.padded(offsets[number] ?? 0) + " 00000 n \n") }
      numbers = numbers.dropFirst(run.count)
    }
    var trailer: PDFDictionary = [
      "Size": .integer(nextNumber), "Root": .reference(base.rootNumber),
    ]
    trailer["Info"] = base.trailer["Info"]
    trailer["Prev"] = .integer(base.revision.crossReference.range.lowerBound)
    trailer["ID"] = .array([.string(PDFString(id.first)), .string(PDFString(id.now))])
    append("trailer\n\(trailer.written)\nstartxref\n\(section)\n%%EOF\n")
  }

  /// Overwrites bytes that were kept free for a value known only now.
  mutating func fill(_ place: Range<Int>, with text: String) {
    bytes.replaceSubrange(place, with: Array(text.utf8))
  }

  /// Ten digits, as offsets are written.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}
