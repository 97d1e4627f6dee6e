import specimen_maker

/// What each kind must say, and how an MRZ is checked without the code that made it.
enum ExpectedFields {
  private static let front: Set = [
    "name", "sex", "ethnicity", "birth_date", "address", "id_number",
  ]
  private static let back: Set = ["issuing_authority", "valid_from", "valid_until"]

  static func of(_ kind: SpecimenKind) -> Set<String> {
    switch kind {
    case .front: front
    case .back: back
    case .pair: front.union(back)
    case .licence:
      [
        "credit_code", "name", "type", "legal_representative", "established_date", "address",
        "scope", "registration_authority", "issue_date",
      ]
    case .form: ["phone", "apply_date"]
    case .driving:
      [
        "licence_number", "name", "sex", "nationality", "address", "birth_date",
        "first_issue_date", "class", "valid_from", "valid_until",
      ]
    case .vehicle:
      [
        "plate_number", "vehicle_type", "owner", "address", "use", "model", "vin",
        "engine_number", "register_date", "issue_date",
      ]
    case .passport:
      [
        "document_type", "country_code", "document_number", "name_latin", "sex", "nationality",
        "birth_date", "birth_place", "issue_date", "issue_place", "expiry_date",
        "issuing_authority", "mrz_line1", "mrz_line2",
      ]
    }
  }

  /// ICAO Doc 9303-4, 4.2.2: three check digits and one over all.
  static func checkDigitsAgree(_ line: String) -> Bool {
    let characters = Array(line)
    func part(_ range: Range<Int>) -> [Character] { Array(characters[range]) }
    func digit(_ text: [Character]) -> Int {
      let weights = [7, 3, 1]
      return text.enumerated().reduce(0) { sum, item in
        let value = item.element == "<" ? 0 : Int(String(item.element), radix: 36) ?? 0
        return sum + value * weights[item.offset % 3]
      } % 10
    }
    let all = part(0..<10) + part(13..<20) + part(21..<43)
    return digit(part(0..<9)) == characters[9].wholeNumberValue
      && digit(part(13..<19)) == characters[19].wholeNumberValue
      && digit(part(21..<27)) == characters[27].wholeNumberValue
      && digit(all) == characters[43].wholeNumberValue
  }
}
