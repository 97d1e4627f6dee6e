import Cases

/// Print in Latin letters alone, such as the page of a foreign passport: the model of Chinese reads it badly.
struct LatinPrint {
  let reader: any LineReader

  /// Lines that are read at most: a page full of pseudo-lines must not cost more than a page of print.
  private static let mostReadings = 40

  /// The lines, those of Latin letters read again by the model of English.
  func readAgain(_ lines: [TextLine]) throws -> [TextLine] {
    var readings = 0
    return try lines.map { line in
      guard line.isLatin, readings < Self.mostReadings else { return line }
      readings += 1
      return try reader.read(line.box, hint: LineHint(script: .latin)) ?? line
    }
  }
}

extension TextLine {
  /// Mostly letters and figures of ASCII, and no zone for machines.
  fileprivate var isLatin: Bool {
    let characters = glyphs.flatMap(\.text).filter { !$0.isWhitespace }
    guard characters.count >= 3, !characters.contains(MRZ.filler) else { return false }
    return characters.count { $0.isASCII && ($0.isLetter || $0.isNumber) } * 4
      >= characters.count * 3
  }
}
