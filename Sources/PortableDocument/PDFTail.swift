/// The end of a file, where reading begins (ISO 32000-1, 7.5.5).
package enum PDFTail {
  /// The offset that the last `startxref` names; nothing may follow its `%%EOF` and line end.
  package static func lastSection(of bytes: [UInt8]) throws(PDFDefect) -> Int {
    let ending = Array("\n%%EOF\n".utf8)
    guard bytes.suffix(ending.count).elementsEqual(ending) else {
      throw PDFDefect("the file does not end with %%EOF", at: bytes.count)
    }
    var start = bytes.count - ending.count
    while start > 0, (48...57).contains(bytes[start - 1]), bytes.count - start < 24 { start -= 1 }
    var syntax = PDFSyntax(bytes, at: start)
    let section = try syntax.digits()
    let keyword = Array("startxref\n".utf8)
    guard start >= keyword.count, bytes[start - keyword.count..<start].elementsEqual(keyword) else {
      throw PDFDefect("no startxref at the end", at: start)
    }
    return section
  }

  /// The header `%PDF-1.x` with cairo's comment of four high bytes; gives where the first object begins.
  package static func endOfHeader(in bytes: [UInt8]) throws(PDFDefect) -> Int {
    var syntax = PDFSyntax(bytes)
    try syntax.expect("%PDF-1.")
    guard let minor = syntax.byte, (48...55).contains(minor) else { throw syntax.defect("version") }
    syntax.position += 1
    try syntax.expect("\n%")
    for _ in 0..<4 {
      guard let high = syntax.byte, high > 127 else { throw syntax.defect("binary comment") }
      syntax.position += 1
    }
    try syntax.expect("\n")
    return syntax.position
  }
}
