import Cases
import Deciding
import FormFilling
import Foundation

/// The models that ship.
enum Models {
  static let folder = packageRoot.appending(path: "Models")

  static func forms() throws -> FormLibrary {
    try FormLibrary.load(from: folder.appending(path: "forms"), kinds: kinds)
  }

  static func matters() throws -> MatterLibrary {
    try MatterLibrary.load(
      from: folder.appending(path: "matters"), forms: forms().fieldNames, kinds: kinds)
  }

  static func matter(_ id: String) throws -> Matter { try matters().matter(id) }

  /// The fields of the kinds that the matters use, as documented.
  static let kinds: [String: Set<String>] = [
    "resident_id_front": ["name", "sex", "ethnicity", "birth_date", "address", "id_number"],
    "resident_id_back": ["issuing_authority", "valid_from", "valid_until"],
    "business_licence": [
      "credit_code", "name", "type", "legal_representative", "registered_capital",
      "established_date", "term_from", "term_until", "address", "scope", "registration_authority",
      "issue_date",
    ],
  ]
}
