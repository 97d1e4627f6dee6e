import PortableDocument

/// The end of a file of ours, as the next revision goes on from it. Every revision behind the first holds the catalog.
struct RevisionEnd {
  let bytes: [UInt8]
  let section: PDFCrossReference
  let root: Int
  let catalog: PDFDictionary

  init(_ bytes: [UInt8]) throws(PDFDefect) {
    self.bytes = bytes
    section = try PDFCrossReference(in: bytes, at: PDFTail.lastSection(of: bytes))
    root = section.trailer["Root"]?.reference ?? 0
    guard section.range.upperBound == bytes.count,
      let catalog = try Self.dictionary(root, in: bytes, section)
    else { throw PDFDefect("no catalog in the last revision", at: section.range.lowerBound) }
    self.catalog = catalog
  }

  /// The newest state of an object, looked for backwards through this many sections; nil where it is in none.
  func newest(_ number: Int, within limit: Int) throws(PDFDefect) -> PDFDictionary? {
    var section = section
    for _ in 0..<limit {
      if let found = try Self.dictionary(number, in: bytes, section) { return found }
      guard let previous = section.trailer["Prev"]?.integer, previous < section.range.lowerBound
      else { return nil }
      section = try PDFCrossReference(in: bytes, at: previous)
    }
    return nil
  }

  private static func dictionary(
    _ number: Int, in bytes: [UInt8], _ section: PDFCrossReference
  ) throws(PDFDefect) -> PDFDictionary? {
    guard let offset = section.offsets[number] else { return nil }
    var syntax = PDFSyntax(bytes, at: offset)
    guard try syntax.digits() == number else {
      throw PDFDefect("another object number", at: offset)
    }
    try syntax.expect(" 0 obj\n")
    return try syntax.value().dictionary
  }
}
