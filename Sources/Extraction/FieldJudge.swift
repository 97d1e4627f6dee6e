import Cases

/// Runs a field's checks and says whether its value may be used without a person.
///
/// Until probabilities are calibrated, a reading of a picture is accepted only when something besides the reader
/// confirms it: a check digit, a list of codes, a second printing - and another reading of the same print says the
/// same. A good text layer needs no confirmation.
struct FieldJudge {
  let codes: [String: Set<String>]
  let source: FieldSource
  let page: Int
  let toPage: Projection

  /// One field, or two where a period is printed.
  func fields(_ definition: FieldDefinition, _ reading: FieldReading?) -> [String: Field] {
    guard let reading else { return missing(definition) }
    if definition.type == .period { return period(definition, reading) }
    var field = field(reading)
    field.value = NormalForm.of(reading.raw, definition.type)
    field.checks = checks(of: definition, value: field.value)
    field.state = state(of: field, definition, isConfirmed: reading.isConfirmed)
    field.probability = probability(reading, field.checks)
    return [definition.name: field]
  }

  private func missing(_ definition: FieldDefinition) -> [String: Field] {
    var fields = [definition.name: Field.missing(page: page, source: source)]
    if let until = definition.until { fields[until] = .missing(page: page, source: source) }
    return fields
  }

  private func field(_ reading: FieldReading) -> Field {
    Field(
      raw: reading.raw, value: nil, state: .review, probability: reading.confidence, source: source,
      page: page, polygon: toPage(reading.box))
  }

  private func checks(of definition: FieldDefinition, value: String?) -> [CheckResult] {
    var checks: [CheckResult] = []
    switch definition.type {
    case .idNumber:
      checks.append(.of("gb11643", value.flatMap(IDNumber.init) != nil))
    case .creditCode:
      checks.append(.of("gb32100", value.map(CreditCode.isValid) ?? false))
    case .date:
      checks.append(.of("date", value != nil))
    default: break
    }
    if let list = definition.codes, let known = codes[list] {
      checks.append(.of("code_list", value.map { known.holds($0) } ?? false))
    }
    return checks
  }

  private func state(of field: Field, _ definition: FieldDefinition, isConfirmed: Bool)
    -> FieldState
  {
    if field.value == nil || field.checks.contains(where: { $0.result == .fail }) { return .review }
    if source == .textLayer { return .accepted }
    if definition.type.hasCheckDigit { return isConfirmed ? .accepted : .review }
    guard isConfirmed, definition.agreesWith == nil, field.probability >= 0.9 else {
      return .review
    }
    return isUnmistakable(field, on: definition.codes) ? .accepted : .review
  }

  /// A listed value that another one holds (土, 土家) may be what is left of that one when a character was lost.
  private func isUnmistakable(_ field: Field, on list: String?) -> Bool {
    guard let value = field.value, let known = list.flatMap({ codes[$0] }), !known.isEmpty,
      field.check("code_list")?.result == .pass
    else { return false }
    let name = known.contains(value) ? value : String(value.dropLast())
    return !known.contains { $0 != name && $0.contains(name) }
  }

  private func period(_ definition: FieldDefinition, _ reading: FieldReading) -> [String: Field] {
    let printed = NormalForm.of(reading.raw, .period) ?? ""
    let period = PrintedPeriod(printed: printed)
    var from = field(reading)
    var until = from
    from.value = period?.from?.description
    until.value = period.map { $0.until?.description ?? PrintedPeriod.longTerm }
    let plausible = period.map {
      definition.years.isEmpty ? true : $0.lasts(oneOf: definition.years)
    }
    let checks = [CheckResult.of("date", period != nil && plausible == true)]
    let confirmed = source == .textLayer || reading.isConfirmed
    let state: FieldState = period != nil && plausible == true && confirmed ? .accepted : .review
    (from.checks, until.checks) = (checks, checks)
    (from.state, until.state) = (from.value == nil ? .missing : state, state)
    var fields = [definition.name: from]
    if let name = definition.until { fields[name] = until }
    return fields
  }

  /// From the least sure character; a check digit passed leaves one chance in eleven (or thirty-one) of those in
  /// which the reading is wrong. Not calibrated.
  private func probability(_ reading: FieldReading, _ checks: [CheckResult]) -> Double {
    let least = reading.confidence
    if checks.contains(where: { $0.result == .fail }) { return min(least, 0.5) }
    if checks.contains(where: { $0.id == "gb11643" }) { return 1 - (1 - least) / 11 }
    if checks.contains(where: { $0.id == "gb32100" }) { return 1 - (1 - least) / 31 }
    return least
  }
}

extension CheckResult {
  static func of(_ id: String, _ passes: Bool, with: String? = nil) -> CheckResult {
    CheckResult(id: id, result: passes ? .pass : .fail, with: with)
  }
}

extension Set<String> {
  /// Forms print 汉族 where cards print 汉.
  fileprivate func holds(_ value: String) -> Bool {
    contains(value) || (value.hasSuffix("族") && contains(String(value.dropLast())))
  }
}
