/// A sentence that says why, in both languages.
package struct Reason: Sendable, Equatable, Codable {
  /// Stable: `check_differs`, `field_unreadable`, `material_missing`, `condition_not_met`, `all_checks_agree`, ...
  package var code: String
  package var zh: String
  package var en: String

  package init(code: String, zh: String, en: String) {
    self.code = code
    self.zh = zh
    self.en = en
  }

  enum CodingKeys: String, CodingKey {
    case code
    case zh = "message_zh"
    case en = "message_en"
  }
}

/// What was decided, why, and by whom. A rule can approve, take an application in although something is missing, or ask for
/// a person.
package struct Decision: Sendable, Equatable, Codable {
  package enum Outcome: String, Sendable, Codable {
    case approved
    /// A person must look: something is unreadable, missing, or does not agree.
    case review
    /// Taken in although something is missing that may follow.
    case deferred
    /// Only ever signed off by an officer.
    case refused
  }

  package var outcome: Outcome
  package var reasons: [Reason]
  /// `rule`, or the officer's name.
  package var decidedBy: String
  /// RFC 3339, UTC.
  package var decidedAt: String
  /// Of a deferral: the kinds of material that may follow.
  package var outstanding: [String]?
  /// Whom the officer says it is made out to, where reading left that open.
  package var applicant: String?

  /// Stands in `decidedBy` where no person decided.
  package static let rule = "rule"

  package init(
    outcome: Outcome, reasons: [Reason], decidedBy: String, decidedAt: String,
    outstanding: [String]? = nil, applicant: String? = nil
  ) {
    self.outcome = outcome
    self.reasons = reasons
    self.decidedBy = decidedBy
    self.decidedAt = decidedAt
    self.outstanding = outstanding
    self.applicant = applicant
  }

  enum CodingKeys: String, CodingKey {
    case outcome, reasons
    case decidedBy = "decided_by"
    case decidedAt = "decided_at"
    case outstanding, applicant
  }
}
