import Cases

/// How much there is to do.
package struct JobCounts: Sendable, Equatable {
  /// Those that are to be tried again later included.
  package var waiting = 0
  package var leased = 0
  package var dead = 0

  package init(waiting: Int = 0, leased: Int = 0, dead: Int = 0) {
    self.waiting = waiting
    self.leased = leased
    self.dead = dead
  }
}

/// A job that a person must look at.
package struct DeadJob: Sendable, Equatable, Codable {
  package var id: Int64
  package var stage: JobStage
  package var subject: String
  package var caseID: String
  package var attempts: Int
  /// Code of the problem.
  package var problem: String
}

extension JobQueue {
  package func counts() throws -> JobCounts {
    try database.read { session in
      var counts = JobCounts()
      for row in try session.rows("SELECT state, COUNT(*) AS number FROM job GROUP BY state") {
        let number: Int = try row.value("number")
        switch try row.value("state", as: String.self) {
        case "waiting", "delayed": counts.waiting += number
        case "leased": counts.leased = number
        default: counts.dead = number
        }
      }
      return counts
    }
  }

  package func dead() throws -> [DeadJob] {
    try database.read { session in
      try session.rows("SELECT * FROM job WHERE state = 'dead' ORDER BY id").map(DeadJob.init)
    }
  }

  /// Whether the machine still has work on a case.
  package func hasWork(on caseID: String) throws -> Bool {
    try database.read { session in
      try session.value(
        "SELECT COUNT(*) FROM job WHERE caseID = ? AND state <> 'dead'", [caseID], as: Int.self)
    } != 0
  }
}

extension DeadJob {
  fileprivate init(_ row: SQLRow) throws {
    let job = try Job(row)
    self.init(
      id: job.id, stage: job.stage, subject: job.subject, caseID: job.caseID,
      attempts: job.attempts, problem: try row.value("problem", as: String?.self) ?? "")
  }
}
