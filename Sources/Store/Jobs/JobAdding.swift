/// How jobs get onto the queue: only inside of the transaction that makes them necessary.
extension SQLSession {
  /// A job that is there already is not added twice; one that was put aside is taken up again.
  package func add(_ job: NewJob) throws {
    let now = try now
    let state = job.delay > 0 ? "delayed" : "waiting"
    try execute(
      """
      INSERT INTO job (stage, subject, caseID, lane, state, due, notBefore, delay)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (stage, subject) DO UPDATE
      SET state = excluded.state, attempts = 0, problem = NULL WHERE job.state = 'dead'
      """,
      [
        job.stage.rawValue, job.subject, job.caseID, job.lane.rawValue, state,
        job.due ?? now + job.delay, now + job.delay, job.delay,
      ])
    try hint(JobQueue.hints)
  }

  /// How long the next paper of a source must wait so that the source keeps to its rate: papers are spread evenly.
  ///
  /// - Parameter interval: milliseconds between two papers; the answer is in milliseconds too.
  package func delay(of source: String, interval: Int64) throws -> Int64 {
    let now = try now
    try execute(
      """
      INSERT INTO jobSource (name, nextDue) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE
      SET nextDue = CASE WHEN jobSource.nextDue + ? > excluded.nextDue
        THEN jobSource.nextDue + ? ELSE excluded.nextDue END
      """, [source, now, interval, interval])
    let due: Int64? = try value("SELECT nextDue FROM jobSource WHERE name = ?", [source])
    return max(0, (due ?? now) - now)
  }
}
