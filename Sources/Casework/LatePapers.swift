import Cases
import Store

extension CaseOffice {
  /// What comes before a decided case is issued: what was handed in since is decided upon too, except where an officer has
  /// refused the application. Nil where nothing was handed in.
  func stepsBeforeIssuing(
    _ decision: Decision, after job: Job, _ session: any SQLSession
  ) throws -> [NewJob]? {
    guard decision.outcome != .refused else { return nil }
    // Whoever reads the last of them has the case go on.
    if try store.hasPapersToRead(job.caseID, session) { return [] }
    return try store.readingsToTake(of: job.caseID, session) > 0
      ? [NewJob(.conclude, after: job)] : nil
  }
}
