package import Cases
package import Foundation

extension CaseStore {
  /// Stores what a person changed of a case and puts the case on the queue: one transaction.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseChanged`, `.caseClosed`.
  package func takeUp(_ record: CaseRecord) throws {
    try database.write { session in
      var record = record
      record.state = .open
      try save(record, in: session)
      try session.add(NewJob(.conclude, of: record.id, in: record.id, .walkIn))
    }
  }

  /// Takes up again a job that was put aside; the case that stopped with it is open again.
  ///
  /// - Throws: `Problem.noSuchJob`.
  package func redrive(_ id: Int64, by officer: String, at now: Date) throws {
    try database.write { session in
      let row = try session.row(
        """
        UPDATE job SET state = 'waiting', attempts = 0, problem = NULL
        WHERE id = ? AND state = 'dead' RETURNING caseID, stage
        """, [id])
      guard let row else { throw Problem.noSuchJob(id) }
      let caseID: String = try row.value("caseID")
      let event = CaseEvent(at: now.formatted(.iso8601), by: officer, what: "redriven")
      let record = try load(caseID, in: session)
      // What is delivered is settled already.
      if record.state == .review, try row.value("stage") != JobStage.deliver.rawValue {
        var open = record
        open.state = .open
        open.events.append(event)
        try save(open, in: session)
      } else {
        try append(event, to: caseID, in: session)
      }
      try session.hint(JobQueue.hints)
    }
  }
}
