/// What `kanhe fsck` found: every paper that was accepted must be exactly somewhere.
package struct StoreCheck: Sendable, Equatable, Codable {
  package struct Documents: Sendable, Equatable, Codable {
    /// Papers accepted, duplicates included.
    package var total = 0
    /// The machine still has work.
    package var open = 0
    /// Issued, filed, refused, rejected, waiting for a person, quarantined, or a link to such a paper.
    package var final = 0
    /// Nobody works on it, and nobody ever will.
    package var lost = 0
    /// Papers of cases for which more than one result was issued.
    package var twice = 0
  }

  package struct Objects: Sendable, Equatable, Codable {
    package var total = 0
    /// Named by a paper and not there, or not what their name says.
    package var missing = 0
  }

  package struct Log: Sendable, Equatable, Codable {
    package var entries = 0
    /// Results without an entry, and entries without a result.
    package var unmatched = 0
  }

  package var documents = Documents()
  package var objects = Objects()
  package var log = Log()

  package var isSound: Bool {
    documents.lost == 0 && documents.twice == 0 && objects.missing == 0 && log.unmatched == 0
  }
}

extension CaseStore {
  /// Looks at one moment of the database, beside a live service; every paper's content is opened where `objects` is given.
  ///
  /// - Throws: `Problem.databaseFault`.
  package func check(_ objects: ObjectStore? = nil) throws -> StoreCheck {
    var check = try database.read { session in
      StoreCheck(
        documents: try Self.documents(session), objects: StoreCheck.Objects(),
        log: try Self.log(session))
    }
    if let objects { check.objects = try checked(objects) }
    return check
  }

  private static func documents(_ session: any SQLSession) throws -> StoreCheck.Documents {
    var found = StoreCheck.Documents()
    let rows = try session.rows(
      """
      SELECT caseRecord.state AS caseState, document.state AS state,
        EXISTS (SELECT 1 FROM job WHERE job.caseID = document.caseID AND job.state <> 'dead')
          AS hasWork, COUNT(*) AS number
      FROM document JOIN caseRecord ON caseRecord.id = document.caseID
      GROUP BY caseRecord.state, document.state, hasWork
      """)
    for row in rows {
      let number: Int = try row.value("number")
      found.total += number
      let isOpen = try row.value("caseState", as: String.self) == "open"
      let hasWork = try row.value("hasWork", as: Bool.self)
      if hasWork {
        found.open += number
      } else if isOpen {
        found.lost += number
      } else {
        found.final += number
      }
    }
    let refused =
      try session.value(
        "SELECT CAST(COALESCE(SUM(files), 0) AS BIGINT) FROM paperClaim WHERE state = 'refused'",
        as: Int.self) ?? 0
    found.total += refused
    found.final += refused
    found.twice = try twice(session)
    return found
  }

  /// A result belongs to the case that has its number; a case has one.
  private static func twice(_ session: any SQLSession) throws -> Int {
    let results = try session.value("SELECT COUNT(*) FROM publicRecord", as: Int.self) ?? 0
    let issued =
      try session.value("SELECT COUNT(*) FROM caseRecord WHERE state = 'issued'", as: Int.self) ?? 0
    return max(0, results - issued)
  }

  private static func log(_ session: any SQLSession) throws -> StoreCheck.Log {
    let entries = try session.value("SELECT COUNT(*) FROM logEntry", as: Int.self) ?? 0
    let matched =
      try session.value(
        """
        SELECT COUNT(*) FROM logEntry
        JOIN publicRecord ON publicRecord.locator = logEntry.locator
        """, as: Int.self) ?? 0
    let results = try session.value("SELECT COUNT(*) FROM publicRecord", as: Int.self) ?? 0
    return StoreCheck.Log(entries: entries, unmatched: results - matched)
  }

  private func checked(_ objects: ObjectStore) throws -> StoreCheck.Objects {
    let names = try contents()
    let missing = names.count { (try? objects.get($0)) == nil }
    return StoreCheck.Objects(total: names.count, missing: missing)
  }
}
