package import Cases
package import Foundation

extension CaseStore {
  /// Stores what a person changed of a case and puts the case on the queue: one transaction. Papers that were put aside are
  /// read again first. What the person signed off is issued and not decided anew; a case that they ended is delivered.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseChanged`, `.caseClosed`.
  package func takeUp(_ record: CaseRecord) throws {
    try database.write { session in
      var record = record
      // Without a matter there is nothing to decide.
      guard record.state != .filed else { throw Problem.caseClosed(record.id, state: record.state) }
      if !record.state.isFinal { record.state = .open }
      try save(record, in: session)
      try session.execute(
        "DELETE FROM job WHERE caseID = ? AND stage IN (?, ?)",
        [record.id, JobStage.conclude.rawValue, JobStage.issue.rawValue])
      if let stage = try nextStage(of: record, session) {
        try session.add(NewJob(stage, of: record.id, in: record.id, .walkIn))
      }
    }
  }

  private func nextStage(of record: CaseRecord, _ session: any SQLSession) throws -> JobStage? {
    if record.state.isFinal {
      try voidNumbers(of: record.id, session)
      try session.execute("DELETE FROM job WHERE caseID = ?", [record.id])
      return try hasDelivery(record.id, session) ? .deliver : nil
    }
    if record.awaitsSignedResult { return .issue }
    for stage in JobStage.preparing { try revive(stage, of: record.id, session) }
    let left = try session.value(
      "SELECT COUNT(*) FROM job WHERE caseID = ? AND stage IN (?, ?, ?)",
      [record.id] + JobStage.preparing.map(\.rawValue), as: Int.self)
    // Whoever does the last of these has the case go on.
    return left == 0 ? .conclude : nil
  }

  /// Cases that were taken in with materials outstanding and whose time is over go to a person. One that cannot be read, or
  /// that somebody else is changing, keeps no other from that.
  ///
  /// - Returns: how many.
  /// - Throws: what kept a case from it, once all others were looked at.
  package func endDeferrals(at now: Date) throws -> Int {
    var (count, obstacle) = (0, Problem?.none)
    for summary in try list(.deferred) {
      do {
        if try endDeferral(of: summary.id, at: now) { count += 1 }
      } catch let problem as Problem where problem.code == "case_changed" {
        // Its turn comes with the next round.
      } catch let problem as Problem
        where ["damaged_record", "data_key_unusable"].contains(problem.code)
      {
        obstacle = obstacle ?? problem
      }
    }
    if let obstacle { throw obstacle }
    return count
  }

  private func endDeferral(of id: String, at now: Date) throws -> Bool {
    try database.write { session in
      var record = try load(id, in: session)
      guard record.state == .deferred, let last = record.notice?.expiresAt,
        let end = try? Date(last, strategy: .iso8601), end < now
      else { return false }
      record.state = .review
      record.events.append(
        CaseEvent(at: now.formatted(.iso8601), by: CaseEvent.machine, what: "overdue"))
      try save(record, in: session)
      if try hasDelivery(record.id, session) {
        try session.add(NewJob(.deliver, of: record.id, in: record.id, .batch))
      }
      return true
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
      if record.state.opens(redriving: stage) {
        var open = record
        open.state = .open
        open.events.append(event)
        try save(open, in: session)
      } else {
        try append(event, to: caseID, in: session)
      }
    }
  }

  func revive(_ stage: JobStage, of caseID: String, _ session: any SQLSession) throws {
    let count = try session.execute(
      """
      UPDATE job SET \(JobState.fresh) WHERE caseID = ? AND stage = ? AND state = 'dead'
      """, [caseID, stage.rawValue])
    if count > 0 { try session.hint(JobQueue.hints) }
  }
}

extension CaseRecord.State {
  /// What is delivered is settled already. An officer may have taken a case in without a paper that was put aside.
  fileprivate func opens(redriving stage: JobStage) -> Bool {
    self == .review && stage != .deliver || self == .deferred && JobStage.preparing.contains(stage)
  }
}
