/// A cross-reference section with its trailer, read to the letter: a table (ISO 32000-1, 7.5.4 and 7.5.5) or a stream (7.5.8).
package struct PDFCrossReference: Sendable, Equatable {
  /// Where an object is inside an object stream.
  package struct Packed: Sendable, Equatable {
    package var container: Int
    package var index: Int
  }

  /// Object number to the offset of its `N 0 obj`; the section itself is not among them.
  package var offsets: [Int: Int]
  package var packed: [Int: Packed] = [:]
  package var trailer: PDFDictionary
  package var isStream = false
  /// From `xref`, or the stream's `N 0 obj`, to behind the final `%%EOF` and its line end.
  package var range: Range<Int>

  /// Reads the section at `offset`, its trailer, `startxref` (which must name `offset`) and `%%EOF`.
  package init(in bytes: [UInt8], at offset: Int) throws(PDFDefect) {
    var syntax = PDFSyntax(bytes, at: offset)
    guard syntax.take("xref\n") else {
      self = try Self(streamIn: bytes, at: offset)
      return
    }
    offsets = [:]
    while !syntax.sees("trailer") { try Self.readSubsection(&syntax, into: &offsets) }
    try syntax.expect("trailer\n")
    guard case .dictionary(let trailer) = try syntax.value() else {
      throw syntax.defect("trailer is no dictionary")
    }
    try syntax.expect("\nstartxref\n")
    guard try syntax.digits() == offset else {
      throw syntax.defect("startxref names another place")
    }
    try syntax.expect("\n%%EOF\n")
    self.trailer = trailer
    range = offset..<syntax.position
    try Self.check(trailer, offsets.keys, at: offset)
  }

  /// `first count`, then that many entries of 20 bytes.
  private static func readSubsection(
    _ syntax: inout PDFSyntax, into offsets: inout [Int: Int]
  ) throws(PDFDefect) {
    let first = try syntax.digits()
    try syntax.expect(" ")
    let count = try syntax.digits()
    try syntax.expect("\n")
    // 20 bytes an entry: a larger count cannot be true and must not be counted to.
    guard count > 0, count <= syntax.bytes.count / 20 else { throw syntax.defect("entry count") }
    for number in first..<first + count {
      if number == 0 {
        try syntax.expect("0000000000 65535 f \n")
        continue
      }
      let start = syntax.position
      let offset = try syntax.digits()
      guard syntax.position - start == 10 else {
        throw syntax.defect("offset of other than 10 digits")
      }
      try syntax.expect(" 00000 n \n")
      guard offsets.updateValue(offset, forKey: number) == nil else {
        throw syntax.defect("object \(number) listed twice")
      }
    }
  }

  static func check(
    _ trailer: PDFDictionary, _ numbers: some Sequence<Int>, at offset: Int
  ) throws(PDFDefect) {
    // XRefStm would make a hybrid file, Encrypt would hide content.
    for key in trailer.keys where !["Size", "Root", "Info", "Prev", "ID"].contains(key) {
      throw PDFDefect("/\(key) in the trailer", at: offset)
    }
    guard let size = trailer["Size"]?.integer, numbers.allSatisfy({ $0 < size }) else {
      throw PDFDefect("object number beyond /Size", at: offset)
    }
    guard trailer["Root"]?.reference != nil else { throw PDFDefect("no /Root", at: offset) }
  }
}
