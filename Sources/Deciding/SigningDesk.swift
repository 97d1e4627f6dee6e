package import Cases
package import Foundation

/// What an officer signs off: the paper is drawn, sealed and issued by the steps that issue approvals.
extension CaseDesk {
  /// Refuses. Only a person can: the record names them, the reasons, and what the applicant may do. Where the matter has a
  /// paper for it the case stays open until that is issued; where it has none, or there is no matter, the case ends here.
  ///
  /// - Parameter applicant: whom the paper is made out to, where the form leaves that open.
  /// - Throws: `Problem.caseClosed`, `.emptyValue`, `.applicantUnknown`.
  package func reject(
    _ record: CaseRecord, because reasons: [String], under matter: Matter?,
    applicant: String? = nil, at now: Date
  ) throws -> CaseRecord {
    try requireOpen(record)
    let reasons = reasons.map(\.trimmed)
    if reasons.isEmpty || reasons.contains("") { throw Problem.emptyValue("reason") }
    var record = record
    record.decision = Decision(
      outcome: .refused, reasons: reasons.map { .refused(because: $0) } + [.remedies],
      decidedBy: officer,
      decidedAt: now.formatted(.iso8601), applicant: try told(applicant))
    if let matter, matter.refusal != nil {
      try requireApplicant(of: record, by: matter)
      record.state = .open
    } else {
      record.state = .rejected
    }
    record.events.append(event("rejected", detail: reasons.joined(separator: " "), at: now))
    return record
  }

  /// Takes a case in although materials are missing that may follow; the officer has the applicant's written promise.
  ///
  /// - Throws: `Problem.caseClosed`, `.notDeferrable`, `.noticeIssued`, `.emptyValue`, `.applicantUnknown`.
  package func postpone(
    _ record: CaseRecord, under matter: Matter, applicant: String? = nil, at now: Date
  ) throws -> CaseRecord {
    try requireOpen(record)
    if record.notice != nil { throw Problem.noticeIssued(record.id) }
    guard let outstanding = matter.deferrable(among: record.documents) else {
      throw Problem.notDeferrable(matter.id)
    }
    let kinds = outstanding.map(\.kind)
    var record = record
    record.decision = Decision(
      outcome: .deferred, reasons: outstanding.map(Reason.missing), decidedBy: officer,
      decidedAt: now.formatted(.iso8601), outstanding: kinds, applicant: try told(applicant))
    try requireApplicant(of: record, by: matter)
    record.state = .open
    record.events.append(event("deferred", detail: kinds.joined(separator: " "), at: now))
    return record
  }

  private func told(_ applicant: String?) throws -> String? {
    let applicant = applicant?.trimmed
    if applicant?.isEmpty == true { throw Problem.emptyValue("applicant") }
    return applicant
  }

  private func requireApplicant(of record: CaseRecord, by matter: Matter) throws {
    if record.holder(by: matter) == nil { throw Problem.applicantUnknown }
  }
}

extension CaseRecord {
  /// Whom a paper of this case is made out to: as the officer says, or as the form says for sure.
  package func holder(by matter: Matter) -> String? {
    if let told = decision?.applicant { return told }
    guard let entry = form?.entry(matter.result.holder), entry.state == .accepted,
      let value = entry.value, !value.isEmpty
    else { return nil }
    return value
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
