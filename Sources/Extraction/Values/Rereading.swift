import Cases

/// Reads the lines of one field again: for a better value, and to see whether another look says the same.
struct Rereading {
  /// What the reading of the whole page gave.
  let first: FieldReading
  let field: FieldDefinition
  let reader: any LineReader

  /// The first reading that is right by its own form, the better model first.
  func best() throws -> FieldReading {
    let type = field.type
    guard type.hint != nil else { return first }
    if type.isReadWithItsLabel, SelfCheck.passes(first.raw, type) { return first }
    var other: FieldReading?
    for hint in type.hints {
      guard let reading = try reading(as: hint) else { continue }
      if SelfCheck.passes(reading.raw, type) { return reading }
      other = other ?? reading
    }
    return SelfCheck.passes(first.raw, type) ? first : other ?? first
  }

  /// Whether the value that was taken was seen a second time. The same model makes the same mistake twice, so that
  /// digits must be read by both.
  func confirms(_ best: FieldReading) throws -> Bool {
    switch field.type {
    case .idNumber, .creditCode:
      let value = NormalForm.of(best.raw, field.type)
      let byHan = try first.raw == best.raw ? first : reading(as: field.type.hint(for: .digits))
      let byLatin = try reading(as: field.type.hint(for: .code))
      return [byHan, byLatin].allSatisfy { reading in
        reading.map { NormalForm.of($0.raw, field.type) == value } ?? false
      }
    case .period:
      guard !field.years.isEmpty, let period = PrintedPeriod(printed: best.compactRaw) else {
        return false
      }
      let seen = try reading(as: LineHint(script: .code, alphabet: "0123456789.-"))
      let digits = seen?.raw.filter(\.isNumber) ?? ""
      // What the other model makes of 长期 says nothing.
      return period.until == nil ? digits.hasPrefix(best.digits) : digits == best.digits
    case .ethnicity:
      return try reading(as: LineHint(script: .han))?.compactRaw == best.compactRaw
    default:
      return false
    }
  }

  private func reading(as hint: LineHint) throws -> FieldReading? {
    let lines = try first.lines.compactMap { try reader.read($0.box, hint: hint) }
    guard lines.count == first.lines.count else { return nil }
    return FieldReading(lines: lines, box: first.box)
  }
}

extension FieldReading {
  fileprivate var compactRaw: String { raw.filter { !$0.isWhitespace } }
  fileprivate var digits: String { raw.filter(\.isNumber) }
}

extension FieldType {
  fileprivate func hint(for script: LineHint.Script) -> LineHint {
    LineHint(script: script, alphabet: hint?.alphabet ?? "")
  }
}
