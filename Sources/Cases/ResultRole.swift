/// What a case may be given: the result that ends it, and before that a notice of what is outstanding. Of each it gets one.
package enum ResultRole: String, Sendable, Codable, CaseIterable {
  /// An approval or a refusal.
  case final
  /// 容缺受理通知书: the case was taken in although something is missing.
  case notice
}

extension CaseRecord {
  /// What was issued in this role.
  package func result(_ role: ResultRole) -> IssuedResult? { role == .final ? result : notice }

  /// Whether an officer signed something off that has not been drawn and sealed yet: nobody decides anew before that.
  package var awaitsSignedResult: Bool {
    guard !state.isFinal, let decision, decision.decidedBy != Decision.rule else { return false }
    switch decision.outcome {
    case .approved, .review: return false
    case .refused: return result == nil
    case .deferred: return notice == nil
    }
  }
}
