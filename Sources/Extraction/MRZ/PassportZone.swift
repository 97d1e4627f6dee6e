import Cases

/// What a passport's machine readable zone adds to the document: its two lines as fields, what they say as facts kept
/// apart, and the comparison of the facts with what is printed above them.
struct PassportZone {
  let kinds: DocumentKinds
  let source: FieldSource
  let page: Int
  let toPage: Projection
  let today: CalendarDay

  /// Names of the fields that hold the lines.
  static let line1 = "mrz_line1"
  static let line2 = "mrz_line2"

  /// The fields with the lines among them, and the facts by the names that the visual zone's fields have.
  func applied(to fields: [String: Field], lines: (first: MRZLine, second: MRZLine)?)
    -> (fields: [String: Field], facts: [String: Field])
  {
    var fields = fields
    guard let lines else {
      for name in [Self.line1, Self.line2] { fields[name] = .missing(page: page, source: source) }
      return (fields, [:])
    }
    fields[Self.line1] = field(lines.first, passes: lines.first.passes && isKnownState(lines.first))
    fields[Self.line2] = field(lines.second, passes: lines.second.passes)
    guard let one = lines.first.value, let two = lines.second.value,
      let facts = TD3Facts(line1: one, line2: two, today: today)
    else { return (fields, [:]) }
    let agreement = ZoneAgreement(
      facts: facts, line2: Array(two), passes: (lines.first.passes, lines.second.passes),
      countries: kinds.countries)
    fields = agreement.applied(to: fields)
    if !facts.mayHaveNumber, fields[Self.line2]?.state == .accepted {
      fields[Self.line2]?.state = .review
    }
    return (fields, factFields(facts, lines, fields))
  }

  private func isKnownState(_ line: MRZLine) -> Bool {
    guard let characters = line.candidate?.characters, let known = kinds.codes["country_code"]
    else { return false }
    return known.contains(String(characters[TD3.First.issuingState]).trimmingFillers)
  }

  private func field(_ line: MRZLine, passes: Bool) -> Field {
    var field = Field(
      raw: line.raw, value: line.value, state: .review, probability: line.confidence,
      source: source, page: page, polygon: toPage(line.box), checks: [.of("icao9303", passes)],
      alternatives: line.others)
    if source == .textLayer {
      field.state = passes && line.candidate?.isWeak == false ? .accepted : .review
    } else if passes, line.isConfirmed {
      field.state = .accepted
      field.probability = max(field.probability, 0.98)
    } else if !passes {
      field.probability = min(field.probability, 0.5)
    }
    return field
  }

  /// Each fact with the state of the line that says it.
  private func factFields(
    _ facts: TD3Facts, _ lines: (first: MRZLine, second: MRZLine), _ fields: [String: Field]
  ) -> [String: Field] {
    func field(_ value: String?, _ name: String, _ line: MRZLine, _ part: Range<Int>) -> Field? {
      guard let value, let whole = fields[name], let characters = line.candidate?.characters else {
        return nil
      }
      return Field(
        raw: String(characters[part]), value: value, state: whole.state,
        probability: whole.probability, source: .mrz, page: page,
        polygon: toPage(line.box(of: part)), checks: whole.checks.filter { $0.id == "icao9303" })
    }
    func first(_ value: String?, _ part: Range<Int>) -> Field? {
      field(value, Self.line1, lines.first, part)
    }
    func second(_ value: String?, _ part: Range<Int>) -> Field? {
      field(value, Self.line2, lines.second, part)
    }
    let all = [
      "document_type": first(facts.documentType, TD3.First.documentType),
      "country_code": first(facts.issuingState, TD3.First.issuingState),
      "name_latin": first(facts.name, TD3.First.name),
      "document_number": second(facts.documentNumber, TD3.Second.documentNumber),
      "nationality": second(facts.nationality, TD3.Second.nationality),
      "birth_date": second(facts.birthDate?.description, TD3.Second.birthDate),
      "sex": second(facts.sex, TD3.Second.sex),
      "expiry_date": second(facts.expiryDate?.description, TD3.Second.expiryDate),
      "personal_number": second(facts.personalNumber, TD3.Second.optionalData),
    ]
    return all.compactMapValues(\.self)
  }
}
