/// An indirect object and the bytes that it fills.
package struct PDFIndirectObject: Sendable, Equatable {
  package var number: Int
  package var value: PDFValue
  /// The bytes between `stream` and `endstream`, of a stream object.
  package var stream: Range<Int>?
  /// From `N 0 obj` to behind `endobj` and its line end; of a packed object those of the stream that it is in.
  package var range: Range<Int>
}

/// One revision of a file: a run of objects without gaps, closed by its cross-reference section.
package struct PDFRevision: Sendable, Equatable {
  package var objects: [Int: PDFIndirectObject]
  package var crossReference: PDFCrossReference

  package var end: Int { crossReference.range.upperBound }

  /// Reads the revision whose objects begin at `start` and whose section lies at `section`. Every byte between
  /// belongs to one listed object: there is nowhere to hide another document.
  package init(
    in bytes: [UInt8], from start: Int, section: Int
  ) throws(PDFDefect) {
    crossReference = try PDFCrossReference(in: bytes, at: section)
    let offsets = crossReference.offsets
    objects = [:]
    var next = start
    for (number, offset) in offsets.sorted(by: { $0.value < $1.value }) {
      guard offset == next else {
        throw PDFDefect("gap or overlap before object \(number)", at: offset)
      }
      let object = try Self.readObject(number, in: bytes, at: offset, offsets: offsets)
      objects[number] = object
      next = object.range.upperBound
    }
    guard next == section else {
      throw PDFDefect("bytes between the last object and xref", at: next)
    }
    try unpack(in: bytes)
  }

  private static func readObject(
    _ number: Int, in bytes: [UInt8], at offset: Int, offsets: [Int: Int]
  ) throws(PDFDefect) -> PDFIndirectObject {
    var syntax = PDFSyntax(bytes, at: offset)
    let value = try readHead(number, &syntax)
    var stream: Range<Int>?
    if case .dictionary(let dictionary) = value, syntax.take("\nstream\n") {
      let length = try lengthOfStream(dictionary, in: bytes, offsets: offsets)
      guard length <= bytes.count - syntax.position else { throw syntax.defect("stream too long") }
      stream = syntax.position..<syntax.position + length
      syntax.position += length
      try syntax.expect("\nendstream")
    }
    try syntax.expect("\nendobj\n")
    return PDFIndirectObject(
      number: number, value: value, stream: stream, range: offset..<syntax.position)
  }

  private static func readHead(
    _ number: Int, _ syntax: inout PDFSyntax
  ) throws(PDFDefect) -> PDFValue {
    guard try syntax.digits() == number else { throw syntax.defect("another object number") }
    try syntax.expect(" 0 obj\n")
    return try syntax.value()
  }

  /// `/Length`, which cairo writes as a reference to an object that follows.
  private static func lengthOfStream(
    _ dictionary: PDFDictionary, in bytes: [UInt8], offsets: [Int: Int]
  ) throws(PDFDefect) -> Int {
    let length = dictionary["Length"]
    if let direct = length?.integer, direct >= 0 { return direct }
    guard let number = length?.reference, let offset = offsets[number] else {
      throw PDFDefect("stream without /Length", at: 0)
    }
    var syntax = PDFSyntax(bytes, at: offset)
    guard let value = try readHead(number, &syntax).integer, value >= 0 else {
      throw PDFDefect("/Length is no number", at: offset)
    }
    return value
  }
}
