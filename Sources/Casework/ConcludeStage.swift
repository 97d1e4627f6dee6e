import Cases
import Foundation
import MainPath
import Store

/// Takes a case whose papers have been read to its decision; the case goes to a person, into the file, or on to its
/// result.
struct ConcludeStage: CaseStage {
  let office: CaseOffice

  func work(on job: Job) async throws -> StageOutcome {
    let start = ContinuousClock.now
    var record = try office.store.load(job.caseID)
    guard record.state == .open else { return StageOutcome { _ in [] } }
    let papers = try office.store.documents(of: job.caseID)
    let readings = try office.store.readings(of: job.caseID)
    if record.stands(against: readings) { return issued(after: job) }
    if !readings.isEmpty {
      let notices = try office.pageNotices(of: record, readings)
      record.take(readings, papers)
      record.events += notices.map { .notice($0, at: Date()) }
    }
    if record.state == .open, record.matter == nil { record.state = .filed }
    if record.state == .open { record = try office.path.conclude(record, at: Date()) }
    if record.hasUnseenNotice { record.state = .review }
    record.milliseconds += (ContinuousClock.now - start).wholeMilliseconds
    return StageOutcome { [store = office.store, record] session in
      // What came in or was read meanwhile is to be decided upon too, and from here on nothing comes in.
      try store.holdCase(record.id, session)
      guard try store.papersRead(of: record.id, session) == readings.count else {
        throw Problem.caseChanged(record.id)
      }
      try store.save(record, in: session)
      try store.dropReadings(of: record.id, session)
      if record.state == .open { return [NewJob(.issue, after: job)] }
      return try store.hasDelivery(record.id, session) ? [NewJob(.deliver, after: job)] : []
    }
  }

  /// Somebody is about to issue it, or was and could not.
  private func issued(after job: Job) -> StageOutcome {
    StageOutcome { [queue = office.queue] session in
      try queue.hasWork(.issue, on: job.caseID, session) ? [] : [NewJob(.issue, after: job)]
    }
  }
}

extension CaseRecord {
  /// What an officer signed off is issued and not decided anew; a deferral, unless papers have come since.
  fileprivate func stands(against readings: [FileReading]) -> Bool {
    awaitsSignedResult && (decision?.outcome == .refused || readings.isEmpty)
  }

  /// Adds what was read. Nothing is decided where not one paper could be used, where a person must look at a paper that
  /// readers died of, or where no matter was named.
  fileprivate mutating func take(_ readings: [FileReading], _ papers: [StoredDocument]) {
    materials += readings
    milliseconds += readings.map(\.milliseconds).max() ?? 0
    events.append(CaseEvent(at: Date().formatted(.iso8601), by: "kanhe", what: "read"))
    if papers.contains(where: { $0.state == .quarantined }) {
      state = .review
      events.append(
        CaseEvent(at: Date().formatted(.iso8601), by: "kanhe", what: "quarantined"))
    } else if documents.isEmpty {
      state = .refused
    }
  }
}
