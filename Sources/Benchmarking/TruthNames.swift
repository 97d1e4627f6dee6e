/// The names that truth files may use for what `Models/documents/` names otherwise.
enum TruthNames {
  /// A name that stands for one field, or for both ends of a period.
  enum Meaning {
    case field(String)
    case period(from: String, until: String)
  }

  static func kind(_ name: String) -> String { kinds[name] ?? name }

  static func meaning(of name: String, in kind: String) -> Meaning {
    let kind = kind == Specimen.pair ? "resident_id_back" : kind
    return names[kind]?[name] ?? .field(name)
  }

  private static let kinds = [
    "id_card_front": "resident_id_front", "id_card_back": "resident_id_back",
    "id_card_pair": Specimen.pair, "passport_td3": "passport",
  ]

  private static let validity = Meaning.period(from: "valid_from", until: "valid_until")

  private static let names: [String: [String: Meaning]] = [
    "resident_id_back": ["authority": .field("issuing_authority"), "valid_period": validity],
    "driving_licence": ["valid_period": validity],
    "vehicle_licence": [
      "registered": .field("register_date"), "issued": .field("issue_date"),
    ],
    "business_licence": [
      "uscc": .field("credit_code"), "founded": .field("established_date"),
      "term": .period(from: "term_from", until: "term_until"), "issued": .field("issue_date"),
      "registration_office": .field("registration_authority"),
      "operator": .field("legal_representative"),
    ],
    "passport": [
      "type": .field("document_type"), "passport_number": .field("document_number"),
      "issued": .field("issue_date"), "expires": .field("expiry_date"),
      "authority": .field("issuing_authority"), "mrz1": .field("mrz_line1"),
      "mrz2": .field("mrz_line2"),
    ],
  ]
}
