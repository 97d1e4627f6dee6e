package import Cases

/// Writes indirect objects one after the other and closes them with a cross-reference section: a whole file, in which what is
/// no stream is packed into one, or the update of a file (ISO 32000-1, 7.5).
package struct PDFObjectWriter: Sendable {
  package private(set) var bytes: [UInt8]
  package private(set) var nextNumber: Int
  package private(set) var offsets: [Int: Int] = [:]
  /// Objects of a new file that wait for their stream, as they are written.
  private var waiting: [(number: Int, text: String)] = []
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
    guard isUpdate else { return waiting.append((number, value.written)) }
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

  package mutating func append(_ text: String) { bytes += PDFBytes.bytes(of: text) }

  /// Writes the cross-reference section of an update and its trailer, to which `/Size` is added.
  package mutating func close(_ trailer: PDFDictionary) {
    let section = bytes.count
    append("xref\n")
    var numbers = offsets.keys.sorted()[...]
    while let first = numbers.first {
      let run = numbers.enumerated().prefix { $0.element == first + $0.offset }.map(\.element)
      append("\(first) \(run.count)\n")
      for number in run { append(Self.padded(offsets[number] ?? 0) + " 00000 n \n") }
      numbers = numbers.dropFirst(run.count)
    }
    var closing: PDFDictionary = ["Size": .integer(nextNumber)]
    for entry in trailer.entries { closing[entry.key] = entry.value }
    append("trailer\n\(closing.written)\nstartxref\n\(section)\n%%EOF\n")
  }

  /// Writes cross-reference and trailer of an update as one stream, as files must go on that began so (7.5.8).
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

  /// Ends a new file: the objects that wait are packed into a stream (7.5.7), and all are listed in another (7.5.8). The
  /// trailer is made when everything but itself is written.
  package mutating func closePacked(
    _ trailer: ([UInt8]) -> PDFDictionary
  ) throws(Problem) {
    let (container, section) = (newNumber(), newNumber())
    let packed = waiting
    try writePacked(as: container)
    var dictionary: PDFDictionary = ["Type": .name("XRef"), "Size": .integer(nextNumber)]
    for entry in trailer(bytes).entries { dictionary[entry.key] = entry.value }
    let start = bytes.count
    offsets[section] = start
    let width = start < 1 << 16 ? 2 : start < 1 << 24 ? 3 : 4
    let indexWidth = packed.count < 1 << 8 ? 1 : 2
    dictionary["W"] = .array([.integer(1), .integer(width), .integer(indexWidth)])
    let indices = Dictionary(uniqueKeysWithValues: zip(packed.map(\.number), packed.indices))
    var entries: [UInt8] = []
    for number in 0..<nextNumber {
      let (type, place, index) =
        indices[number].map { (2, container, $0) } ?? offsets[number].map { (1, $0, 0) }
        ?? (0, 0, 0)
      entries += Self.bigEndian(type, 1) + Self.bigEndian(place, width)
      entries += Self.bigEndian(index, indexWidth)
    }
    dictionary["Filter"] = .name("FlateDecode")
    add(section, dictionary, stream: try Deflate.compress(entries))
    append("startxref\n\(start)\n%%EOF\n")
  }

  /// Numbers and places first, then the objects, with a line end between them.
  private mutating func writePacked(as container: Int) throws(Problem) {
    var (head, body) = ("", "")
    for (number, text) in waiting {
      head += "\(number) \(body.utf8.count) "
      body += text + "\n"
    }
    let dictionary: PDFDictionary = [
      "Type": .name("ObjStm"), "N": .integer(waiting.count), "First": .integer(head.utf8.count),
      "Filter": .name("FlateDecode"),
    ]
    waiting = []
    add(container, dictionary, stream: try Deflate.compress(Array((head + body).utf8)))
  }

  private static func bigEndian(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
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
