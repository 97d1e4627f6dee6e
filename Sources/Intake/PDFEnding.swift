import Cases

/// Whether a PDF has its end: a `startxref` that points to a cross-reference section, and `%%EOF` (ISO 32000-1, 7.5.5).
///
/// "It opens" is not "it is whole": readers repair a PDF that was cut in half and show half of it.
enum PDFEnding {
  /// How far before the end of the file its last words may stand; some programs append up to a kilobyte.
  private static let reach = 2048

  static func check(_ bytes: [UInt8]) throws(Problem) {
    let tail = bytes.suffix(reach)
    guard let marker = last("startxref", in: tail), let end = last("%%EOF", in: tail), end > marker
    else { throw .truncatedPDF }
    let digits = bytes[(marker + "startxref".utf8.count)...]
      .drop(while: isSpace).prefix(while: isDigit)
    guard let offset = Int(String(decoding: digits, as: UTF8.self)), offset < bytes.count else {
      throw .damagedPDF
    }
    // Some bytes before the header move every offset, which readers make up for; only then is another place looked at.
    let header = bytes.prefix(1024).indices.first { bytes[$0...].starts(with: "%PDF-".utf8) } ?? 0
    guard
      beginsCrossReference(bytes.dropFirst(offset))
        || beginsCrossReference(bytes.dropFirst(offset + header))
    else { throw .damagedPDF }
  }

  /// A table begins with `xref`, a cross-reference stream with its object's number, generation and `obj`.
  private static func beginsCrossReference(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.drop(while: isSpace)
    if rest.starts(with: "xref".utf8) { return true }
    let words = rest.prefix(32).split(whereSeparator: isSpace)
    return words.count >= 3 && words[0].allSatisfy(isDigit) && words[1].allSatisfy(isDigit)
      && words[2].starts(with: "obj".utf8)
  }

  private static func last(_ word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.last { bytes[$0...].starts(with: word.utf8) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSpace(_ byte: UInt8) -> Bool { [0, 9, 10, 12, 13, 32].contains(byte) }
}
