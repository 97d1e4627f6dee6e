package import Cases
package import Foundation

extension CaseStore {
  /// Stores what a person changed of a case and puts the case on the queue: one transaction. Papers that were put aside are
  /// read again first; a result that was to be issued waits for the new decision.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseChanged`, `.caseClosed`.
  package func takeUp(_ record: CaseRecord) throws {
    try database.write { session in
      var record = record
      // Without a matter there is nothing to decide.
      guard record.state != .filed else { throw Problem.caseClosed(record.id, state: record.state) }
      record.state = .open
      try save(record, in: session)
      try session.execute(
        "DELETE FROM job WHERE caseID = ? AND stage = ?", [record.id, JobStage.issue.rawValue])
      try revive(.read, of: record.id, session)
      // Who reads the last paper has the case go on.
      let reads = try session.value(
        "SELECT COUNT(*) FROM job WHERE caseID = ? AND stage = ?",
        [record.id, JobStage.read.rawValue], as: Int.self)
      guard reads == 0 else { return }
      try session.add(NewJob(.conclude, of: record.id, in: record.id, .walkIn))
    }
  }

  /// Stores that a person ended a case, and has that delivered: nothing else is left to do.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseChanged`, `.caseClosed`.
  package func close(_ record: CaseRecord) throws {
    try database.write { session in
      try save(record, in: session)
      try voidNumber(of: record.id, session)
      try session.execute("DELETE FROM job WHERE caseID = ?", [record.id])
      guard try hasDelivery(record.id, session) else { return }
      try session.add(NewJob(.deliver, of: record.id, in: record.id, .walkIn))
    }
  }

  /// Takes up again a job that was put aside, with the case's others of its kind; the case that stopped with it is open
  /// again.
  ///
  /// - Throws: `Problem.noSuchJob`.
  package func redrive(_ id: Int64, by officer: String, at now: Date) throws {
    try database.write { session in
      let row = try session.row(
        """
        SELECT caseID, stage FROM job
        WHERE id = ? AND state = 'dead' \(session.dialect.forUpdate)
        """, [id])
      guard let row, let stage = JobStage(rawValue: try row.value("stage")) else {
        throw Problem.noSuchJob(id)
      }
      let caseID: String = try row.value("caseID")
      try revive(stage, of: caseID, session)
      let event = CaseEvent(at: now.formatted(.iso8601), by: officer, what: "redriven")
      let record = try load(caseID, in: session)
      // What is delivered is settled already.
      if record.state == .review, stage != .deliver {
        var open = record
        open.state = .open
        open.events.append(event)
        try save(open, in: session)
      } else {
        try append(event, to: caseID, in: session)
      }
    }
  }

  private func revive(
    _ stage: JobStage, of caseID: String, _ session: any SQLSession
  ) throws {
    let count = try session.execute(
      """
      UPDATE job SET \(JobState.fresh) WHERE caseID = ? AND stage = ? AND state = 'dead'
      """, [caseID, stage.rawValue])
    if count > 0 { try session.hint(JobQueue.hints) }
  }
}
