import Cases
import Foundation
import MainPath
import ResultCodes
import Store

/// Draws, seals and encodes what a case's decision leads to: the result of an approval or of an officer's refusal, or the notice
/// of what is outstanding. It counts as issued with the transaction that stores it and not before: a PDF that was sealed and
/// not stored is thrown away, and its number is void.
struct IssueStage: CaseStage {
  let office: CaseOffice
  let watch: StepWatch

  func work(on job: Job) async throws -> StageOutcome {
    let start = ContinuousClock.now
    let record = try office.store.load(job.caseID)
    guard record.state == .open else { return StageOutcome { _ in [] } }
    // What was changed meanwhile is decided upon anew before anything is issued.
    guard let decision = record.decision, decision.outcome != .review else {
      return StageOutcome { _ in [NewJob(.conclude, after: job)] }
    }
    let early = try office.store.database.read {
      try office.stepsBeforeIssuing(decision, after: job, $0)
    }
    if let early { return StageOutcome { _ in early } }
    let now = Date()
    let order = try office.path.order(for: record, at: now)
    let number = try office.store.reserveNumber(
      order.number, year: CalendarDay(hallDayOf: now).year, under: job, order.role)
    watch.reached(.numbered)
    let (sealed, result) = try await self.sealed(record, order, number, job, at: now)
    watch.reached(.sealed)
    var issued = sealed
    issued.milliseconds += (ContinuousClock.now - start).wholeMilliseconds
    guard let handOver = HandOver(secret: result.secret.bytes, pdf: result.pdf) else {
      throw Problem.internalFault("secret")
    }
    return StageOutcome { [office, issued] session in
      // From here on nothing comes in.
      try office.store.holdCase(issued.id, session)
      if let late = try office.stepsBeforeIssuing(decision, after: job, session) { return late }
      try office.store.issue(
        issued, publicly: result.published, hiddenPDF: result.hiddenPDF,
        hiddenPicture: result.hiddenPicture, handOver: handOver, in: session)
      return try office.store.hasDelivery(issued.id, session) ? [NewJob(.deliver, after: job)] : []
    }
  }

  /// Where it fails, nothing that was sealed is left, and the number is still good.
  private func sealed(
    _ record: CaseRecord, _ order: ResultOrder, _ number: String, _ job: Job, at now: Date
  ) async throws -> (CaseRecord, SealedResult) {
    do {
      let place = try office.store.reserveStatusPlace(for: record.id, order.role)
      return try await office.path.issue(
        order, for: record, number: number, status: place, at: now)
    } catch {
      try? office.store.releaseNumber(under: job, order.role)
      throw error
    }
  }
}
