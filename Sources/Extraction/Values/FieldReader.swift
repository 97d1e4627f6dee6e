import Cases

/// Gets the best reading of one field: what the page reading gave, or the line read again with what is known of it.
struct FieldReader {
  let values: ValueFinder
  let reader: (any LineReader)?

  func read(_ field: FieldDefinition) throws -> FieldReading? {
    let found = values.lines(of: field)
    guard !found.isEmpty else { return try readBlank(field) }
    let lines = found.map { pieces in TextLine(glyphs: pieces.flatMap(\.glyphs)) }
    let first = FieldReading(
      lines: lines, box: lines.dropFirst().reduce(lines[0].box) { $0.union($1.box) })
    if field.type == .name, reader != nil { return first.withMiddleDots }
    return try reread(first, field)
  }

  private func reread(_ first: FieldReading, _ field: FieldDefinition) throws -> FieldReading {
    guard let reader else { return first }
    let again = Rereading(first: first, field: field, reader: reader)
    var best = try again.best()
    best.isConfirmed = try again.confirms(best)
    return best
  }

  /// Layout analysis can overlook a single character, or a line beside a title: look where it must be.
  private func readBlank(_ field: FieldDefinition) throws -> FieldReading? {
    guard let reader, let box = values.blankBox(of: field),
      let line = try reader.read(box, hint: field.type.hint ?? LineHint(script: .han))
    else { return nil }
    let glyphs = line.glyphs.withoutOuterMarks
    guard !glyphs.isEmpty else { return nil }
    let value = TextLine(glyphs: glyphs)
    return try reread(FieldReading(lines: [value], box: value.box), field)
  }
}
