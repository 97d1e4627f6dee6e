import Cases

extension KnownForm {
  /// The print of a value of a closed list, without the specks and pieces of labels that were taken in before it: what is
  /// read ends with a value with which no other one ends, so that nothing of it can stand there. Nil for all else.
  ///
  /// What stands behind a value may be part of it (中国, 中国香港) and stays.
  func listedEnding(of reading: FieldReading, _ field: FieldDefinition) -> FieldReading? {
    guard field.type != .ethnicity, let known = field.codes.flatMap({ codes[$0] }),
      reading.lines.count == 1, let line = reading.lines.first
    else { return nil }
    let glyphs = line.glyphs.filter { !$0.text.allSatisfy(\.isWhitespace) }
    let text = glyphs.map(\.text).joined()
    guard text.count == glyphs.count else { return nil }
    let endings = known.filter { text.hasSuffix($0) && text.count - $0.count <= Self.mostBefore }
    guard let value = endings.max(by: { $0.count < $1.count }),
      !known.contains(where: { $0 != value && $0.hasSuffix(value) })
    else { return nil }
    return FieldReading(lines: [TextLine(glyphs: glyphs.suffix(value.count))])
  }

  /// A label of two characters and a mark.
  private static let mostBefore = 3
}
