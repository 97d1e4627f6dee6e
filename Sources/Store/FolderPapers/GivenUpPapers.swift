package import Cases

/// Papers of watched folders that were accepted and then given up: they go back to where their scanner's papers fail.
extension CaseStore {
  /// What was read in those papers of a case that readers died of and that are not in its record yet.
  package func quarantinedReadings(of caseID: String, _ session: any SQLSession) throws
    -> [FileReading]
  {
    try session.values(
      """
      SELECT id FROM document WHERE caseID = ? AND state = 'quarantined' AND reading IS NOT NULL
      ORDER BY position
      """, [caseID], as: String.self
    ).compactMap { try reading(of: $0, session) }
  }

  /// Remembers that papers of a case are to be given back; nothing where they came from no folder.
  ///
  /// - Parameter refusal: why, for the claim and the attempt that it is told; nil for a claim that nothing is wrong with.
  package func giveUp(
    papersOf caseID: String, _ session: any SQLSession,
    because refusal: (_ claim: PaperClaimRow, _ attempt: Int) throws -> [UInt8]?
  ) throws {
    let claims: [String] = try session.values(
      "SELECT id FROM paperClaim WHERE caseID = ? ORDER BY position", [caseID])
    guard !claims.isEmpty else { return }
    // The same content from the same source may have been brought back before.
    let attempts =
      try session.value(
        """
        SELECT COUNT(DISTINCT caseID) FROM document WHERE state = 'quarantined'
          AND (content, source) IN (SELECT content, source FROM document
            WHERE caseID = ? AND state = 'quarantined')
        """, [caseID], as: Int.self) ?? 1
    for claim in try claims.compactMap({ try claim($0, in: session) }) {
      guard let why = try refusal(claim, max(1, attempts)) else { continue }
      try session.execute(
        "UPDATE paperClaim SET givenUp = ? WHERE id = ?",
        [try dataKey.seal(why, in: .givenUp(claim: claim.id)), claim.id])
    }
  }

  /// The claims of a folder whose papers are to be given back, oldest first, each with why.
  package func givenUpClaims(of folder: String) throws -> [(claim: PaperClaimRow, refusal: [UInt8])]
  {
    try database.read { session in
      try session.rows(
        "SELECT id, givenUp FROM paperClaim WHERE folder = ? AND givenUp IS NOT NULL ORDER BY position",
        [folder]
      ).compactMap { row in
        // One that does not open must not hold up the others.
        guard let claim = try? claim(row.value("id"), in: session),
          let why = try? dataKey.open(row.value("givenUp"), from: .givenUp(claim: claim.id))
        else { return nil }
        return (claim, why)
      }
    }
  }

  /// The papers of a claim lie in the failure folder now.
  ///
  /// - Returns: the case that waits for a person; nil where this was known.
  package func forgetGivenUp(claim id: String, in session: any SQLSession) throws -> String? {
    try session.row(
      "UPDATE paperClaim SET givenUp = NULL WHERE id = ? AND givenUp IS NOT NULL RETURNING caseID",
      [id]
    ).flatMap { try $0.value("caseID") }
  }
}
