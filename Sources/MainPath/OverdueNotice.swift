import Cases
import Foundation

extension Decision {
  /// What comes after the last day of a notice is for a person: no rule approves then, until somebody has confirmed
  /// something since.
  func unlessOverdue(_ record: CaseRecord, at now: Date) -> Decision {
    guard outcome == .approved, record.isOverdue(at: now) else { return self }
    var decision = self
    decision.outcome = .review
    decision.reasons = [
      Reason(
        code: "notice_ran_out", zh: "容缺受理的补正期限已过，需人工决定。",
        en: "The term of the notice of outstanding materials has run out; a person must decide.")
    ]
    return decision
  }
}

extension CaseRecord {
  fileprivate func isOverdue(at now: Date) -> Bool {
    guard let end = notice?.expiresAt.flatMap(Moment), now > end else { return false }
    return !events.contains { event in
      event.what == "confirmed" && Moment(event.at).map { $0 > end } == true
    }
  }
}
