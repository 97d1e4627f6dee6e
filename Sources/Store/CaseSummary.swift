package import Cases

/// A line of a list of cases.
package struct CaseSummary: Sendable, Equatable, Codable {
  package var id: String
  package var matter: String?
  package var state: CaseRecord.State
  /// RFC 3339, UTC.
  package var openedAt: String

  enum CodingKeys: String, CodingKey {
    case id, matter, state
    case openedAt = "opened_at"
  }
}
