package import Cases

/// The queue of everything that the machine still has to do, in the database and nowhere else. Time is the database's.
///
/// A job is claimed under a lease and a fence, kept by a heartbeat, and completed in the transaction that stores what came
/// of it. Nobody who lost a lease can complete anything.
package struct JobQueue: Sendable {
  package static let hints = SQLChannel("jobs")

  let database: any SQLDatabase
  /// Milliseconds for which a claim holds without a heartbeat.
  package let lease: Int64

  package init(_ store: CaseStore, lease: Int64 = 6_000) {
    database = store.database
    self.lease = lease
  }

  /// The first job of the first lane that has one; of one case only, where it is named. The attempt is counted now, so
  /// that a worker that dies has had it.
  package func claim(
    by worker: String, lanes: [Lane] = Lane.allCases, of caseID: String? = nil
  ) throws -> Job? {
    try database.writeLightly { session in
      for lane in lanes {
        if let row = try claim(lane, caseID, worker, session) { return try Job(row) }
      }
      return nil
    }
  }

  private func claim(
    _ lane: Lane, _ caseID: String?, _ worker: String, _ session: any SQLSession
  ) throws -> SQLRow? {
    try session.row(
      """
      UPDATE job SET state = 'leased', worker = ?, leasedUntil = \(session.dialect.now) + ?,
        lease = ?, attempts = attempts + 1, fence = fence + 1
      WHERE id = (
        SELECT id FROM job WHERE state = 'waiting' AND lane = ? \(caseID == nil ? "" : "AND caseID = ?")
        ORDER BY due, id LIMIT 1 \(session.dialect.forUpdateSkipLocked))
      RETURNING id, stage, subject, caseID, lane, due, attempts, deaths, losses, fence
      """, [worker, lease, lease, lane.rawValue] + (caseID.map { [$0] } ?? []))
  }

  /// Prolongs the leases that their holder still has: one that is over, and that nobody has taken up, is still its.
  package func keep(_ jobs: [Job]) throws {
    guard !jobs.isEmpty else { return }
    try database.writeLightly { session in
      let now = session.dialect.now
      for job in jobs {
        try session.execute(
          """
          UPDATE job SET leasedUntil = \(now) + ?
          WHERE id = ? AND fence = ? AND state = 'leased'
          """, [lease, job.id, job.fence])
      }
    }
  }

  /// Stores what came of a job, with the jobs that follow from it, and takes it off the queue: one transaction.
  ///
  /// - Throws: `Problem.leaseLost` where the job is somebody else's by now: then nothing was stored.
  package func complete(
    _ job: Job, storing change: (any SQLSession) throws -> [NewJob]
  ) throws {
    try database.write { session in
      try session.change(job, by: "DELETE FROM job")
      for next in try change(session) { try session.add(next) }
    }
  }

  /// Gives a job back untouched, with its attempt: the service is stopping.
  package func giveBack(_ job: Job) throws {
    try database.writeLightly { session in
      try session.change(job, by: "UPDATE job SET \(JobState.free), attempts = attempts - 1")
      try session.hint(Self.hints)
    }
  }

  /// Has a job tried again after a while.
  ///
  /// - Parameters:
  ///   - delay: milliseconds.
  ///   - isDeath: whether a reader was lost over it.
  package func retry(
    _ job: Job, after delay: Int64, because problem: Problem, isDeath: Bool = false
  ) throws {
    try database.write { session in
      try session.change(
        job,
        by: """
          UPDATE job SET state = 'delayed', worker = NULL, leasedUntil = NULL, problem = ?,
            delay = ?, notBefore = \(session.dialect.now) + ?, deaths = deaths + ?
          """, [problem.code, delay, delay, isDeath ? 1 : 0])
    }
  }

  /// Puts a job aside for a person, with what is stored because of it.
  package func bury(
    _ job: Job, because problem: Problem,
    storing change: (any SQLSession) throws -> Void = { _ in }
  ) throws {
    try database.write { session in
      try session.change(
        job,
        by: """
          UPDATE job SET state = 'dead', worker = NULL, leasedUntil = NULL, problem = ?
          """, [problem.code])
      try change(session)
    }
  }
}

/// What is set when a job waits again.
enum JobState {
  static let free = "state = 'waiting', worker = NULL, leasedUntil = NULL"
  /// As if it had never been tried.
  static let fresh = "\(free), attempts = 0, deaths = 0, losses = 0, problem = NULL"
}

extension Job {
  init(_ row: SQLRow) throws {
    guard let stage = JobStage(rawValue: try row.value("stage")),
      let lane = Lane(rawValue: try row.value("lane"))
    else { throw Problem.databaseFault("a job of an unknown stage or lane") }
    self.init(
      id: try row.value("id"), stage: stage, subject: try row.value("subject"),
      caseID: try row.value("caseID"), lane: lane, due: try row.value("due"),
      attempts: try row.value("attempts"), deaths: try row.value("deaths"),
      losses: try row.value("losses"), fence: try row.value("fence"))
  }
}

extension SQLSession {
  /// Makes sure that a job is still its holder's, and stays so to the end of the transaction.
  ///
  /// - Throws: `Problem.leaseLost`.
  func hold(_ job: Job) throws { try change(job, by: "UPDATE job SET fence = fence") }

  /// Changes a job that is still this holder's.
  fileprivate func change(
    _ job: Job, by change: String, _ arguments: [any SQLConvertible] = []
  ) throws {
    let changed = try execute(
      "\(change) WHERE id = ? AND fence = ? AND state = 'leased'",
      arguments + [job.id, job.fence])
    guard changed == 1 else { throw Problem.leaseLost }
  }
}
