/// How jobs get onto the queue: only inside of the transaction that makes them necessary.
extension SQLSession {
  /// A job that is there already is not added twice; one that was put aside is taken up again. One that somebody is working
  /// on is taken away from them: they may have looked before the change that this job is for.
  package func add(_ job: NewJob) throws {
    let now = try now
    let state = job.delay > 0 ? "delayed" : "waiting"
    try execute(
      """
      INSERT INTO job (stage, subject, caseID, lane, state, due, notBefore, delay)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (stage, subject) DO UPDATE
      SET state = excluded.state, attempts = 0, deaths = 0, losses = 0, problem = NULL,
        worker = NULL, leasedUntil = NULL, fence = job.fence + 1
      WHERE job.state IN ('dead', 'leased')
      """,
      [
        job.stage.rawValue, job.subject, job.caseID, job.lane.rawValue, state,
        job.due ?? now + job.delay, now + job.delay, job.delay,
      ])
    try hint(JobQueue.hints)
  }

  /// How long the next paper of a source must wait so that the source keeps to its rate: papers are spread evenly.
  ///
  /// A clock that was set back takes the source's place in time back with it.
  ///
  /// - Parameter interval: milliseconds between two papers; the answer is in milliseconds too.
  package func delay(of source: String, interval: Int64) throws -> Int64 {
    let now = try now
    let inserted = try execute(
      """
      INSERT INTO jobSource (name, nextDue, seenAt) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING
      """, [source, now, now])
    guard inserted == 0 else { return 0 }
    let row = try row(
      "SELECT nextDue, seenAt FROM jobSource WHERE name = ? \(dialect.forUpdate)", [source])
    let (last, seen): (Int64, Int64) = try (
      row?.value("nextDue") ?? now, row?.value("seenAt") ?? now
    )
    let due = max(now, last + interval - max(0, seen - now))
    try execute(
      "UPDATE jobSource SET nextDue = ?, seenAt = ? WHERE name = ?", [due, now, source])
    return due - now
  }
}
