import Cases

/// Runs a field's checks and says whether its value may be used without a person.
///
/// A reading of a picture is accepted only where two readers that were trained apart saw the same, where every check
/// passes, and where its calibrated probability reaches what the kind's file asks for. A good text layer needs no
/// second reader; where one reader's word is enough for a character, Docs/Reading.md says (step 7).
struct FieldJudge {
  let kinds: DocumentKinds
  let source: FieldSource
  let page: Int
  let toPage: Projection

  /// One field, or two where a period is printed.
  func fields(_ definition: FieldDefinition, _ found: FieldReading?) -> [String: Field] {
    guard var reading = found else { return missing(definition) }
    if definition.type == .period { return period(definition, reading) }
    let read = NormalForm.of(reading.raw, definition.type)
    let value = reading.decoded ?? corrected(reading, definition) ?? read
    let checks = FieldChecks(codes: kinds.codes, divisions: kinds.divisions)
      .results(of: definition, value: value)
    reading.evidence.isKnown =
      checks.allSatisfy { $0.result == .pass }
      && KnownForm(codes: kinds.codes, divisions: kinds.divisions)
        .holds(value, definition, printed: reading.raw)
    var field = field(reading, definition)
    (field.value, field.checks) = (value, checks)
    if source == .ocr, field.value != read {
      field.checks.append(.decoded)
      field.probability = min(field.probability, 0.9)
    }
    if field.checks.contains(where: { $0.result == .fail }) {
      field.probability = min(field.probability, 0.5)
    }
    field.state = state(of: field, definition, reading.evidence)
    return [definition.name: field]
  }

  private func missing(_ definition: FieldDefinition) -> [String: Field] {
    var fields = [definition.name: Field.missing(page: page, source: source)]
    if let until = definition.until { fields[until] = .missing(page: page, source: source) }
    return fields
  }

  /// What nothing was measured for may be right as often as not, however sure its reader was.
  private func field(_ reading: FieldReading, _ definition: FieldDefinition) -> Field {
    var field = Field(
      raw: reading.raw, value: nil, state: .review, probability: 1, source: source, page: page,
      polygon: toPage(reading.box), alternatives: reading.alternatives)
    guard source != .textLayer else { return field }
    field.evidence = reading.evidence.features(for: definition.type)
    field.probability =
      kinds.calibration.probability(reading.evidence, definition.type)
      ?? min(0.5, reading.confidence)
    return field
  }

  private func corrected(_ reading: FieldReading, _ definition: FieldDefinition) -> String? {
    definition.type == .address ? address(reading) : listed(reading, definition)
  }

  /// An address begins with a division; what was read before that are specks, or a piece of the label.
  private func address(_ reading: FieldReading) -> String? {
    guard source == .ocr, let read = NormalForm.of(reading.raw, .address),
      !kinds.divisions.isEmpty, !kinds.divisions.beginAddress(read)
    else { return nil }
    return (1...2).lazy.map { String(read.dropFirst($0)) }.first(
      where: kinds.divisions.beginAddress)
  }

  /// What a list of codes makes of characters that were read as none of its values.
  private func listed(_ reading: FieldReading, _ definition: FieldDefinition) -> String? {
    // Driving classes are written one after the other: the list has no such value as a whole.
    guard source == .ocr, definition.type != .drivingClass,
      let known = definition.codes.flatMap({ kinds.codes[$0] }),
      let read = NormalForm.of(reading.raw, definition.type), !known.holds(read)
    else { return nil }
    // A piece of the label may stand before it.
    let ending = known.filter { read.hasSuffix($0) && read.count - $0.count <= 2 }.max {
      $0.count < $1.count
    }
    return ending ?? SeenCharacters([reading], length: read.count).value(among: known)
  }

  private func state(of field: Field, _ definition: FieldDefinition, _ evidence: Evidence)
    -> FieldState
  {
    if field.value == nil || field.checks.contains(where: { $0.result == .fail }) { return .review }
    if field.check("decoded") != nil { return .review }
    if source == .textLayer { return .accepted }
    // Half an address begins nowhere; a chassis number without a valid check digit proves nothing.
    if ["gb2260", "iso3779"].contains(where: { field.check($0)?.result == .warning }),
      definition.type == .address || definition.type == .vin
    {
      return .review
    }
    if !definition.type.mayBe(field.value ?? "") { return .review }
    if !KnownForm.isClosed(field.value ?? "") { return .review }
    if field.mayHaveLostOrChangedFigure(definition.type) { return .review }
    if definition.type == .company, !isWhole(field.value ?? "", definition) { return .review }
    // What is on no list of usual values may have lost or gained something.
    let isListed = definition.usual != nil && evidence.isKnown
    if definition.usual != nil || [.vehicleModel, .scope].contains(definition.type),
      !evidence.isKnown
    {
      return .review
    }
    if definition.type.isOfPassport, !isListed { return .review }
    guard evidence.isCorroborated(for: definition.type), definition.agreesWith == nil,
      field.probability >= definition.acceptedFrom
    else { return .review }
    // A country is looked at with the room beside it: 中国香港 would not become 中国 unseen.
    guard definition.type != .country else { return .accepted }
    return isUnmistakable(field, on: definition.codes) ? .accepted : .review
  }

  /// Whether it ends as an organisation's name does, or may be a person's where a person may be named.
  private func isWhole(_ name: String, _ definition: FieldDefinition) -> Bool {
    OrganizationName.isWhole(name) || definition.mayBePerson && FieldType.name.mayBe(name)
  }

  /// A listed value that another one holds (土, 土家) may be what is left of that one when a character was lost.
  private func isUnmistakable(_ field: Field, on list: String?) -> Bool {
    guard let known = list.flatMap({ kinds.codes[$0] }), !known.isEmpty else { return true }
    guard let value = field.value else { return false }
    let name = known.contains(value) ? value : String(value.dropLast())
    return !known.contains { $0 != name && $0.contains(name) }
  }

  private func period(_ definition: FieldDefinition, _ reading: FieldReading) -> [String: Field] {
    let printed = reading.decoded ?? NormalForm.of(reading.raw, .period) ?? ""
    let period = PrintedPeriod(printed: printed)
    var from = field(reading, definition)
    var until = from
    from.value = period?.from?.description
    until.value = period.map { $0.until?.description ?? PrintedPeriod.longTerm }
    let plausible = period.map {
      definition.years.isEmpty ? true : $0.lasts(oneOf: definition.years)
    }
    from.checks = [CheckResult.of("date", period != nil && plausible == true)]
    if reading.decoded != nil { from.checks.append(.decoded) }
    until.checks = from.checks
    from.state = from.value == nil ? .missing : state(of: from, definition, reading.evidence)
    until.state = state(of: until, definition, reading.evidence)
    var fields = [definition.name: from]
    if let name = definition.until { fields[name] = until }
    return fields
  }
}

extension Field {
  /// Whether readers that agree may have made the same mistake with a figure: a day of one figure at the end of the print may
  /// be what is left of two (10-1 of 10-11), and O or I among the figures of an address is 0 or 1 (C座11O1),
  /// and a mark that no address has may be any figure (4*单元).
  func mayHaveLostOrChangedFigure(_ type: FieldType) -> Bool {
    switch type {
    case .date, .period: raw?.contains(/[^0-9][0-9]\s*$/) ?? false
    case .address:
      // A letter between figures is one of them, misread; without any figure the line with the house is missing.
      value.map {
        $0.contains(/[0-9][OQDIl]|[OQIl][0-9]|[0-9][A-Za-z][0-9]|[*^'"|!?]/)
          || !$0.contains(/[0-9]/)
      } ?? false
    default: false
    }
  }
}

extension FieldType {
  /// Whether a value has the look of its type: two readers that agree on a speck agree on nothing.
  fileprivate func mayBe(_ value: String) -> Bool {
    let han = value.count { character in
      character.unicodeScalars.allSatisfy(\.properties.isIdeographic)
    }
    return switch self {
    // Two surnames and a given name of two are the most that is written without a dot.
    case .name:
      han >= 2 && value.allSatisfy { $0 == "·" || $0.isLetter } && (value.contains("·") || han <= 6)
    case .address, .company, .authority, .capital, .scope, .text: han >= 2
    case .phone: SelfCheck.isPhone(value)
    case .digits, .serial, .engineNumber:
      value.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter || $0 == "-") }
    default: true
    }
  }
}

extension CheckResult {
  /// What is known of such values chose among what was seen: a person looks, and `raw` says what was read.
  static let decoded = CheckResult(id: "decoded", result: .warning)

  static func of(_ id: String, _ passes: Bool, with: String? = nil) -> CheckResult {
    CheckResult(id: id, result: passes ? .pass : .fail, with: with)
  }
}
