/// What one comparison found. One finding per check rule.
package struct Finding: Sendable, Equatable, Codable {
  package enum Outcome: String, Sendable, Codable {
    case agrees, differs
    /// The reference has no such record.
    case notFound = "not_found"
    /// One side is missing or was not readable.
    case notChecked = "not_checked"
  }

  /// The check rule's id.
  package var check: String
  /// `kind.field` that was compared.
  package var field: String
  /// What it was compared with: `kind.field`, or `reference:NAME.column`.
  package var with: String
  package var outcome: Outcome
  package var zh: String
  package var en: String

  package init(
    check: String, field: String, with: String, outcome: Outcome, zh: String, en: String
  ) {
    self.check = check
    self.field = field
    self.with = with
    self.outcome = outcome
    self.zh = zh
    self.en = en
  }

  enum CodingKeys: String, CodingKey {
    case check, field, with, outcome
    case zh = "message_zh"
    case en = "message_en"
  }
}

/// Records that the case may be compared with.
package protocol ReferenceSource: Sendable {
  /// All rows whose columns hold these values, column name to value. Usually none or one; several are for the
  /// caller to judge, because the first one could hide what the second one says.
  func rows(in reference: String, where columns: [String: String]) throws -> [[String: String]]
  /// Whether such a reference was imported.
  func has(_ reference: String) throws -> Bool
}
