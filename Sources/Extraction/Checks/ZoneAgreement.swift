import Cases

/// A passport says most things twice: in its visual zone and in its machine readable one. Both were read on their own;
/// here they are compared, and neither is changed.
struct ZoneAgreement {
  let facts: TD3Facts
  let line2: [Character]
  /// Whether the first and the second line are right by their form.
  let passes: (first: Bool, second: Bool)
  /// Code to Chinese name.
  let countries: [String: String]

  /// One fact in both zones.
  private struct Twin {
    let name: String
    let line: String
    /// Whether the line's own checks speak for the fact.
    let isSound: Bool
    /// Whether the zones agree about a printed value; nil where they cannot be compared.
    let agrees: (String) -> Bool?
  }

  /// Both fields get the result. What agrees is accepted: two prints, read apart, say the same. What differs is for a
  /// person to look at, in both zones.
  func applied(to fields: [String: Field]) -> [String: Field] {
    var fields = fields
    var agreed: Set<String> = []
    for twin in twins where twin.isSound {
      guard var field = fields[twin.name], let value = field.value,
        let agrees = twin.agrees(value)
      else { continue }
      field.checks.append(.of("agrees", agrees, with: "mrz.\(twin.name)"))
      let isSound = field.checks.allSatisfy { $0.result != .fail }
      field.state = isSound ? .accepted : .review
      field.probability = agrees ? max(field.probability, 0.98) : min(field.probability, 0.5)
      fields[twin.name] = field
      fields[twin.line]?.hear(agrees, of: twin.name)
      if agrees { agreed.insert(twin.name) }
    }
    acceptLines(in: &fields, agreed)
    acceptIssueDate(in: &fields)
    return fields
  }

  private var twins: [Twin] {
    let (first, second) = (PassportZone.line1, PassportZone.line2)
    func checked(_ part: Range<Int>) -> Bool { TD3.checkPasses(of: part, in: line2) }
    func equals(_ fact: String?) -> (String) -> Bool? { { value in fact.map { $0 == value } } }
    return [
      Twin(
        name: "document_type", line: first, isSound: passes.first,
        agrees: agreesWithType),
      Twin(
        name: "country_code", line: first, isSound: passes.first, agrees: equals(facts.issuingState)
      ),
      Twin(name: "name_latin", line: first, isSound: passes.first, agrees: agreesWithName),
      Twin(
        name: "document_number", line: second,
        isSound: checked(TD3.Second.documentNumber) && facts.mayHaveNumber,
        agrees: equals(facts.documentNumber)),
      Twin(
        name: "nationality", line: second, isSound: passes.second, agrees: agreesWithNationality),
      Twin(
        name: "birth_date", line: second, isSound: checked(TD3.Second.birthDate),
        agrees: equals(facts.birthDate?.description)),
      Twin(name: "sex", line: second, isSound: passes.second, agrees: equals(facts.sex)),
      Twin(
        name: "expiry_date", line: second, isSound: checked(TD3.Second.expiryDate),
        agrees: equals(facts.expiryDate?.description)),
    ]
  }

  /// Word by word. Where the line was too short for the name, its end is said once only; where a space was lost in print, or
  /// letters stand there that the zone has to spell in another way (Ü as UE), the two cannot be compared.
  private func agreesWithName(_ printed: String) -> Bool? {
    guard let name = facts.name, printed.allSatisfy(\.isASCII) else { return nil }
    let (here, there) = (LatinName.words(of: printed), LatinName.words(of: name))
    if here == there { return true }
    let letters = (here.joined(), there.joined())
    let mayBeSame =
      facts.mayBeTruncated ? letters.0.hasPrefix(letters.1) : letters.0 == letters.1
    return mayBeSame ? nil : false
  }

  /// 中国 is CHN; an English adjective is not looked up, and what is no country's name says nothing.
  private func agreesWithNationality(_ printed: String) -> Bool? {
    guard let name = countries[facts.nationality], countries.values.contains(printed) else {
      return nil
    }
    return name == printed
  }

  /// Two letters at most, of which the first is P (9303-4, section 4.2.2.1); anything else is another field's print.
  private func agreesWithType(_ printed: String) -> Bool? {
    printed.first == "P" && printed.count <= 2 ? facts.documentType == printed : nil
  }

  /// A line of which every part stands above it as well, and agrees, is right however it was read.
  private func acceptLines(in fields: inout [String: Field], _ agreed: Set<String>) {
    let said: [(line: String, parts: Set<String>, isAll: Bool)] = [
      (
        PassportZone.line1, ["document_type", "country_code", "name_latin"],
        passes.first && !facts.mayBeTruncated
      ),
      (
        PassportZone.line2,
        ["document_number", "birth_date", "sex", "expiry_date"],
        passes.second && isPersonalNumberProven(in: fields[PassportZone.line2])
          && isNationalitySaid(agreed)
      ),
    ]
    for (name, parts, isAll) in said where isAll && parts.isSubset(of: agreed) {
      guard var line = fields[name], line.checks.allSatisfy({ $0.result != .fail }) else {
        continue
      }
      line.state = .accepted
      line.probability = max(line.probability, 0.98)
      fields[name] = line
    }
  }

  /// The state that issued the passport stands above the zone in the same three letters: where its own people hold it, they
  /// say as much as the nationality, which is printed in words.
  private func isNationalitySaid(_ agreed: Set<String>) -> Bool {
    agreed.contains("nationality")
      || agreed.contains("country_code") && facts.nationality == facts.issuingState
  }

  /// Nothing above the zone says the same as its personal number; two check digits cover it. They prove it where none of
  /// them was used to choose among characters, and no one or two characters stand there that look like others and weigh as
  /// much together.
  private func isPersonalNumberProven(in line: Field?) -> Bool {
    guard let number = facts.personalNumber else { return true }
    return line?.raw == line?.value && !MRZLookAlikes.mayHide(in: number)
  }

  /// Passports are valid for five or ten years to the day: an issue date that two readers saw, from which such a term leads
  /// to the expiry date that both zones say, is right. One reader alone may have taken a 3 for an 8, which fits as well.
  /// Another term says nothing.
  private func acceptIssueDate(in fields: inout [String: Field]) {
    guard var issued = fields["issue_date"], fields["expiry_date"]?.state == .accepted,
      issued.source == .textLayer || issued.evidence?["corroborated"] == 1,
      issued.check("decoded") == nil,
      let first = issued.value.flatMap({ CalendarDay($0) }), let last = facts.expiryDate,
      [5, 10].contains(where: { first.isFollowed(afterYears: $0, by: last) })
    else { return }
    issued.checks.append(.of("agrees", true, with: "expiry_date"))
    issued.state = issued.checks.allSatisfy { $0.result != .fail } ? .accepted : .review
    issued.probability = max(issued.probability, 0.98)
    fields["issue_date"] = issued
  }
}

extension Field {
  /// What the visual zone says about a part of this line.
  fileprivate mutating func hear(_ agrees: Bool, of name: String) {
    checks.append(.of("agrees", agrees, with: name))
    if !agrees {
      state = .review
      probability = min(probability, 0.9)
    }
  }
}

extension TD3Facts {
  /// G and 6 look alike and weigh alike in every check digit. Chinese numbers begin with a letter.
  var mayHaveNumber: Bool {
    issuingState != "CHN" || documentNumber.first?.isLetter == true
  }
}
