import Cases

extension CaseStore {
  /// Looks at one moment of the database, beside a live service; every paper's content is opened where `objects` is given.
  ///
  /// - Throws: `Problem.databaseFault`, `.unreadableFile`: what cannot be looked at is not called lost.
  package func check(_ objects: ObjectStore? = nil) throws -> StoreCheck {
    var check = try database.read { session in
      StoreCheck(
        documents: try Self.documents(session),
        folders: StoreCheck.Folders(claimed: try Self.files(ofClaims: .open, session)),
        results: try results(session), log: try Self.log(session))
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
          AS hasWork,
        EXISTS (SELECT 1 FROM document AS part JOIN job ON job.caseID = part.caseID
          WHERE part.partOf = document.id AND job.state <> 'dead') AS partsHaveWork,
        EXISTS (SELECT 1 FROM document AS part JOIN caseRecord AS own ON own.id = part.caseID
          WHERE part.partOf = document.id AND own.state = 'open' AND NOT EXISTS (
            SELECT 1 FROM job WHERE job.caseID = own.id AND job.state <> 'dead')) AS partsAreLost,
        COUNT(*) AS number
      FROM document JOIN caseRecord ON caseRecord.id = document.caseID
      WHERE document.partOf IS NULL
      GROUP BY caseRecord.state, document.state, hasWork, partsHaveWork, partsAreLost
      """)
    for row in rows {
      let number: Int = try row.value("number")
      found.total += number
      let isOpen = try row.value("caseState", as: String.self) == "open"
      let hasWork =
        try row.value("hasWork", as: Bool.self) || row.value("partsHaveWork", as: Bool.self)
      if try row.value("partsAreLost", as: Bool.self) {
        found.lost += number
      } else if hasWork {
        found.open += number
      } else if isOpen {
        found.lost += number
      } else {
        found.final += number
      }
    }
    let refused = try files(ofClaims: .refused, session)
    found.total += refused
    found.final += refused
    return found
  }

  private static func files(
    ofClaims state: PaperClaimRow.State, _ session: any SQLSession
  ) throws -> Int {
    try session.value(
      "SELECT CAST(COALESCE(SUM(files), 0) AS BIGINT) FROM paperClaim WHERE state = ?",
      [state.rawValue]) ?? 0
  }

  /// The public side names no case: which result is whose is in the sealed records alone.
  private func results(_ session: any SQLSession) throws -> StoreCheck.Results {
    var found = StoreCheck.Results()
    let published = Set(
      try session.values("SELECT locator FROM publicRecord", as: String.self))
    var named: Set<String> = []
    let issued = try session.values(
      """
      SELECT id FROM caseRecord
      WHERE state = 'issued' OR id IN (SELECT caseID FROM issuedResult) ORDER BY id
      """, as: String.self)
    // One after the other: all of them would not fit into memory.
    for id in issued {
      let record = try unlessDamaged { try load(id, in: session) }
      let locators = [record?.result, record?.notice].compactMap { $0?.locator }
      named.formUnion(locators.filter(published.contains))
      found.missing += locators.isEmpty ? 1 : locators.count { !published.contains($0) }
    }
    found.total = published.count
    found.twice = published.count - named.count
    found.void = try voidNumbers(session)
    return found
  }

  private static func log(_ session: any SQLSession) throws -> StoreCheck.Log {
    func count(_ sql: String) throws -> Int { try session.value(sql) ?? 0 }
    return StoreCheck.Log(
      entries: try count("SELECT COUNT(*) FROM logEntry"),
      unmatched: try count(
        """
        SELECT COUNT(*) FROM publicRecord WHERE NOT EXISTS (
          SELECT 1 FROM logEntry WHERE logEntry.locator = publicRecord.locator)
        """)
        + count(
          """
          SELECT COUNT(*) FROM logEntry WHERE locator IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM publicRecord WHERE publicRecord.locator = logEntry.locator)
          """))
  }

  private func checked(_ objects: ObjectStore) throws -> StoreCheck.Objects {
    let (names, nameless) = try contents()
    let missing = try names.count { name in try unlessDamaged { try objects.get(name) } == nil }
    return StoreCheck.Objects(total: names.count + nameless, missing: missing + nameless)
  }
}

/// Nil for what is missing or does not open under its key; that the hall's own key is the right one was made sure of when it
/// was opened.
private func unlessDamaged<Value>(_ look: () throws -> Value?) throws -> Value? {
  do {
    return try look()
  } catch let problem as Problem
    where ["damaged_object", "damaged_record", "data_key_unusable"].contains(problem.code)
  {
    return nil
  }
}
