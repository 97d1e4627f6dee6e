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
    guard field.type.hint != nil, let reader else { return first }
    if field.type.isReadWithItsLabel, SelfCheck.passes(first.raw, field.type) { return first }

    var readings: [FieldReading] = []
    for hint in field.type.hints {
      let again = try lines.compactMap { try reader.read($0.box, hint: hint) }
      guard again.count == lines.count else { continue }
      readings.append(FieldReading(lines: again, box: first.box))
      if !field.type.hasCheckDigit, SelfCheck.passes(readings[readings.count - 1].raw, field.type) {
        break
      }
    }
    readings.append(first)
    var best = readings.first { SelfCheck.passes($0.raw, field.type) } ?? readings[0]
    let value = NormalForm.of(best.raw, field.type)
    best.isConfirmed = readings.count { NormalForm.of($0.raw, field.type) == value } > 1
    return best
  }

  /// Layout analysis can overlook a single character: look where it must be.
  private func readBlank(_ field: FieldDefinition) throws -> FieldReading? {
    guard let reader, let box = values.blankBox(of: field),
      let line = try reader.read(box, hint: field.type.hint ?? LineHint(script: .han)),
      !line.glyphs.isEmpty
    else { return nil }
    return FieldReading(lines: [line], box: line.box)
  }
}
