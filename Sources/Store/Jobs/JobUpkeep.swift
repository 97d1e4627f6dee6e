/// What somebody must do every second.
extension JobQueue {
  /// Puts jobs back whose holder is gone, and those whose time has come.
  ///
  /// - Returns: how many may be begun now that could not before.
  @discardableResult
  package func tidyUp() throws -> Int {
    try database.writeLightly { session in
      let count = try takeBackLostLeases(session) + endDelays(session)
      if count > 0 { try session.hint(Self.hints) }
      return count
    }
  }

  /// Has what waits for its next attempt begun at once.
  package func hurry(_ caseID: String) throws {
    try database.writeLightly { session in
      _ = try session.execute(
        "UPDATE job SET state = 'waiting' WHERE caseID = ? AND state = 'delayed'", [caseID])
    }
  }

  /// With the attempt: that the service died says nothing of the paper. Where it died over the same job again, others go
  /// first. A lease that lies further ahead than it is long is from before the clock was set back.
  private func takeBackLostLeases(_ session: any SQLSession) throws -> Int {
    let now = session.dialect.now
    return try session.execute(
      """
      UPDATE job SET \(JobState.free), attempts = attempts - 1, losses = losses + 1,
        due = CASE WHEN losses > 0 THEN \(now) ELSE due END
      WHERE state = 'leased' AND (leasedUntil <= \(now) OR leasedUntil > \(now) + 2 * lease)
      """)
  }

  private func endDelays(_ session: any SQLSession) throws -> Int {
    let now = session.dialect.now
    return try session.execute(
      """
      UPDATE job SET state = 'waiting'
      WHERE state = 'delayed' AND (notBefore <= \(now) OR notBefore > \(now) + delay + ?)
      """, [lease])
  }
}
