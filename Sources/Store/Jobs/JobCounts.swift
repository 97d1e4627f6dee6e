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

/// What there is to do on one case.
package enum CaseWork: Sendable, Equatable {
  case none
  /// Something waits to be begun, or is being done.
  case now
  /// All of it waits for its next attempt; the code of what the first one failed by, empty where it only waits its turn.
  case later(String)
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
  package func hasWork(on caseID: String) throws -> Bool { try work(on: caseID) != .none }

  /// Whether the machine still has this step to do on a case.
  package func hasWork(_ stage: JobStage, on caseID: String, _ session: any SQLSession) throws
    -> Bool
  {
    try session.row(
      "SELECT id FROM job WHERE caseID = ? AND stage = ? AND state <> 'dead'",
      [caseID, stage.rawValue]) != nil
  }

  /// What the machine still has to do on a case.
  package func work(on caseID: String) throws -> CaseWork {
    let rows = try database.read { session in
      try session.rows(
        "SELECT state, problem FROM job WHERE caseID = ? AND state <> 'dead' ORDER BY id", [caseID])
    }
    var delayed: String?
    for row in rows {
      guard try row.value("state") == "delayed" else { return .now }
      delayed = try delayed ?? row.value("problem", as: String?.self) ?? ""
    }
    return delayed.map(CaseWork.later) ?? .none
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
