package import Cases

extension CaseStore {
  /// The case's document number, `云政许字〔2026〕第0007号`. Where issuing was cut short before, a paper with the number
  /// reserved then may have been sealed and thrown away: that number is void, and this is another one. Void numbers are
  /// kept, so that the numbers of a pattern and year have no gap. The pattern holds `{year}` and `{sequence}`.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseClosed`.
  package func reserveNumber(
    _ pattern: String, year: Int, for caseID: String, _ role: ResultRole = .final
  ) throws -> String {
    try write { try reserveNumber(pattern, year: year, for: caseID, role, in: $0) }
  }

  /// The same for whoever issues a case: one who lost the job to somebody else voids no number that the other seals with.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseClosed`, `.leaseLost`.
  package func reserveNumber(
    _ pattern: String, year: Int, under job: Job, _ role: ResultRole = .final
  ) throws -> String {
    try write { session in
      try session.hold(job)
      return try reserveNumber(pattern, year: year, for: job.caseID, role, in: session)
    }
  }

  package func reserveNumber(
    _ pattern: String, year: Int, for caseID: String, _ role: ResultRole = .final,
    in session: any SQLSession
  ) throws -> String {
    let sequence = try sequence(pattern, year, caseID, role, session)
    return Self.number(pattern, year, sequence)
  }

  private static func number(_ pattern: String, _ year: Int, _ sequence: Int) -> String {
    pattern
      .replacing("{year}", with: String(year))
      .replacing("{sequence}", with: fourDigits(sequence))
  }

  private func sequence(
    _ pattern: String, _ year: Int, _ caseID: String, _ role: ResultRole,
    _ session: any SQLSession
  ) throws -> Int {
    let state = try hold(caseID, session).state
    if state.isFinal { throw Problem.caseClosed(caseID, state: state) }
    try session.lock(.numbers)
    if let number = try takeBack(pattern, year, caseID, role, session) { return number }
    let next =
      try max(
        last(of: pattern, year, in: "resultNumber", session),
        last(of: pattern, year, in: "voidNumber", session)) + 1
    try voidNumber(of: caseID, role, session)
    try session.execute(
      "INSERT INTO resultNumber (pattern, year, sequence, caseID, role) VALUES (?, ?, ?, ?, ?)",
      [pattern, year, next, caseID, role.rawValue])
    return next
  }

  /// What was reserved is the case's next number after all: issuing failed, and no paper with it is left anywhere. Whoever lost
  /// the job leaves the number to who has it.
  ///
  /// - Throws: `Problem.leaseLost`.
  package func releaseNumber(under job: Job, _ role: ResultRole = .final) throws {
    try write { session in
      try session.hold(job)
      try session.execute(
        "UPDATE resultNumber SET isFree = 1 WHERE caseID = ? AND role = ?",
        [job.caseID, role.rawValue])
    }
  }

  private func takeBack(
    _ pattern: String, _ year: Int, _ caseID: String, _ role: ResultRole,
    _ session: any SQLSession
  ) throws -> Int? {
    try session.value(
      """
      UPDATE resultNumber SET isFree = 0
      WHERE caseID = ? AND role = ? AND pattern = ? AND year = ? AND isFree = 1 RETURNING sequence
      """, [caseID, role.rawValue, pattern, year])
  }

  private func last(
    of pattern: String, _ year: Int, in table: StaticString, _ session: any SQLSession
  ) throws -> Int {
    try session.value(
      "SELECT MAX(sequence) FROM \(table) WHERE pattern = ? AND year = ?", [pattern, year]) ?? 0
  }

  /// Whatever was reserved for a case that has ended was not issued.
  func voidNumbers(of caseID: String, _ session: any SQLSession) throws {
    for role in ResultRole.allCases { try voidNumber(of: caseID, role, session) }
  }

  /// What a case had reserved for what it is to be issued now was not issued.
  private func voidNumber(of caseID: String, _ role: ResultRole, _ session: any SQLSession) throws {
    try session.execute(
      """
      INSERT INTO voidNumber (pattern, year, sequence, caseID, at)
      SELECT pattern, year, sequence, caseID, \(session.dialect.now) FROM resultNumber
      WHERE caseID = ? AND role = ?
      """, [caseID, role.rawValue])
    try session.execute(
      "DELETE FROM resultNumber WHERE caseID = ? AND role = ?", [caseID, role.rawValue])
  }

  /// Numbers that no paper bears, oldest first.
  func voidNumbers(_ session: any SQLSession) throws -> [String] {
    try session.rows("SELECT pattern, year, sequence FROM voidNumber ORDER BY at, sequence").map {
      Self.number(try $0.value("pattern"), try $0.value("year"), try $0.value("sequence"))
    }
  }
}
