import PortableDocument
import Testing

/// Object streams and cross-reference streams, read to the letter: whatever could be read in two ways is a defect.
@Suite struct PackedObjectsTests {
  @Test func whatIsPackedIsRead() throws {
    let revision = try PackedFile().revision()

    #expect(revision.objects.keys.sorted() == [1, 2, 3])
    #expect(revision.objects[1]?.value.dictionary?["Type"] == .name("Catalog"))
    #expect(revision.crossReference.isStream && revision.crossReference.trailer["W"] == nil)
  }

  @Test(arguments: Fault.allCases)
  func whatDoesNotAgreeIsADefect(fault: Fault) throws {
    var file = PackedFile()
    fault.spoil(&file)

    #expect(throws: PDFDefect.self) { try file.revision() }
  }

  enum Fault: CaseIterable {
    case otherNumber, gap, bytesBehind, commentBefore, notListed, listedOnly, noContainer, twice
    case freeEntry, notItself, wrongOffset, entriesTooShort, entriesTooLong, anotherType
    case predictor, extraKey, laterRevision, unknownTrailerKey, sizeTooSmall, badIndex, fourWidths

    func spoil(_ file: inout PackedFile) {
      switch self {
      case .otherNumber: file.numbers[1] = 9
      case .gap: file.bodies[0] += " "
      case .bytesBehind: file.behind = "null\n"
      case .commentBefore: file.bodies[1] = "%\n" + file.bodies[1]
      case .notListed: file.entries[2] = []
      case .listedOnly: (file.numbers, file.bodies) = ([1], [file.bodies[0]])
      case .noContainer: file.containerType = "ObjStn"
      case .twice: file.numbers[1] = 1
      case .freeEntry: file.entries[2] = [0, 0, 0, 0]
      case .notItself: file.entries[4] = [1, 0, 1, 0]
      case .wrongOffset: file.entries[3][2] += 1
      case .entriesTooShort: file.entries[4].removeLast()
      case .entriesTooLong: file.entries[4].append(0)
      case .anotherType: file.entries[1][0] = 3
      case .predictor: file.more += " /DecodeParms << /Predictor 12 /Columns 4 >>"
      case .extraKey: file.containerMore = " /Extends 2 0 R"
      case .laterRevision: file.more += " /Prev 0"
      case .unknownTrailerKey: file.more += " /Encrypt 1 0 R"
      case .sizeTooSmall: file.size = 4
      case .badIndex: file.more += " /Index [0 4]"
      case .fourWidths: file.widths = "1 /x 2 1"
      }
    }
  }
}

/// Two objects packed into a stream that is object 3, listed in a stream that is object 4. Entries are of 1, 2 and 1 bytes.
struct PackedFile {
  var numbers = [1, 2]
  var bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages >>"]
  var behind = ""
  var containerType = "ObjStm"
  var containerMore = ""
  var entries: [[UInt8]] = [
    [0, 0, 0, 0], [2, 0, 3, 0], [2, 0, 3, 1], [1, 0, 0, 0], [1, 0, 0, 0],
  ]
  var size = 5
  var widths = "1 2 1"
  var more = ""

  func revision() throws -> PDFRevision {
    var (head, data) = ("", "")
    for (number, body) in zip(numbers, bodies) {
      head += "\(number) \(data.utf8.count) "
      data += body + "\n"
    }
    let packed = try Deflate.compress(Array((head + data + behind).utf8))
    var bytes = Array("%PDF-1.7\n".utf8)
    let start = bytes.count
    bytes += object(
      3,
      "/Type /\(containerType) /N \(numbers.count) /First \(head.utf8.count) /Filter /FlateDecode"
        + containerMore, packed)
    let section = bytes.count
    var listed = entries
    // Where they are, unless a fault says otherwise.
    listed[3][2] += UInt8(start)
    if listed[4].starts(with: [1, 0, 0]) {
      listed[4][1...2] = [UInt8(section >> 8), UInt8(section & 255)]
    }
    let flat = try Deflate.compress(listed.flatMap(\.self))
    bytes += object(
      4, "/Type /XRef /Size \(size) /Root 1 0 R /W [\(widths)] /Filter /FlateDecode" + more, flat)
    bytes += Array("startxref\n\(section)\n%%EOF\n".utf8)
    return try PDFRevision(in: bytes, from: start, section: section)
  }

  private func object(_ number: Int, _ dictionary: String, _ stream: [UInt8]) -> [UInt8] {
    Array("\(number) 0 obj\n<< \(dictionary) /Length \(stream.count) >>\nstream\n".utf8)
      + stream + Array("\nendstream\nendobj\n".utf8)
  }
}
