/// Writes indirect objects one after the other and closes them with a classic cross-reference section: a whole file, or
/// the update of one (ISO 32000-1, 7.5).
package struct PDFObjectWriter: Sendable {
  package private(set) var bytes: [UInt8]
  package private(set) var nextNumber: Int
  private var offsets: [Int: Int] = [:]
  private let isUpdate: Bool

  /// A new file. The comment of high bytes marks it as binary (7.5.2).
  package init() {
    bytes = Array("%PDF-1.7\n%".utf8) + [0xE5, 0x8B, 0x98, 0xE5] + [10]
    nextNumber = 1
    isUpdate = false
  }

  /// What is appended to a file whose numbers are used up to `nextNumber`.
  package init(continuing bytes: [UInt8], nextNumber: Int) {
    self.bytes = bytes
    self.nextNumber = nextNumber
    isUpdate = true
  }

  package mutating func newNumber() -> Int {
    nextNumber += 1
    return nextNumber - 1
  }

  package mutating func add(_ number: Int, _ value: PDFValue) {
    begin(number)
    append(value.written)
    append("\nendobj\n")
  }

  package mutating func add(_ number: Int, _ dictionary: PDFDictionary) {
    add(number, .dictionary(dictionary))
  }

  package mutating func add(_ number: Int, _ dictionary: PDFDictionary, stream: [UInt8]) {
    var dictionary = dictionary
    dictionary["Length"] = .integer(stream.count)
    begin(number)
    append(dictionary.written + "\nstream\n")
    bytes += stream
    append("\nendstream\nendobj\n")
  }

  package mutating func begin(_ number: Int) {
    offsets[number] = bytes.count
    append("\(number) 0 obj\n")
  }

  package mutating func append(_ text: String) { bytes += Array(text.utf8) }

  /// Writes cross-reference section and trailer; `/Size` is added to the trailer.
  package mutating func close(_ trailer: PDFDictionary) {
    let section = bytes.count
    append("xref\n")
    if !isUpdate { offsets[0] = 0 }
    var numbers = offsets.keys.sorted()[...]
    while let first = numbers.first {
      let run = numbers.enumerated().prefix { $0.element == first + $0.offset }.map(\.element)
      append("\(first) \(run.count)\n")
      for number in run {
        append(
          number == 0
            ? "0000000000 65535 f \n" : Self.padded(offsets[number] ?? 0) + " 00000 n \n")
      }
      numbers = numbers.dropFirst(run.count)
    }
    var closing: PDFDictionary = ["Size": .integer(nextNumber)]
    for entry in trailer.entries { closing[entry.key] = entry.value }
    append("trailer\n\(closing.written)\nstartxref\n\(section)\n%%EOF\n")
  }

  /// Writes cross-reference and trailer as one stream, as files must go on that began so (7.5.8).
  package mutating func closeWithStream(_ trailer: PDFDictionary) {
    let number = newNumber()
    let section = bytes.count
    offsets[number] = section
    let numbers = offsets.keys.sorted()
    var entries: [UInt8] = []
    for number in numbers {
      let offset = UInt32(clamping: offsets[number] ?? 0)
      entries += [1] + (0..<4).map { UInt8(truncatingIfNeeded: offset >> (24 - 8 * $0)) } + [0, 0]
    }
    var dictionary: PDFDictionary = [
      "Type": .name("XRef"), "Size": .integer(nextNumber),
      "W": .array([.integer(1), .integer(4), .integer(2)]),
      "Index": .array(numbers.flatMap { [.integer($0), .integer(1)] }),
    ]
    for entry in trailer.entries { dictionary[entry.key] = entry.value }
    add(number, dictionary, stream: entries)
    append("startxref\n\(section)\n%%EOF\n")
  }

  /// Overwrites bytes that were kept free for a value known only now.
  package mutating func fill(_ place: Range<Int>, with text: String) {
    bytes.replaceSubrange(place, with: Array(text.utf8))
  }

  /// Ten digits, as offsets are written.
  package static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}
