/// What is being taken out of watched folders: a row before the first file moves, closed by what became of it.
package struct PaperClaimRow: Sendable, Equatable {
  package enum State: String, Sendable { case open, accepted, refused, released }

  package var id: String
  package var folder: String
  package var state: State
  /// The claim, as the watcher wrote it.
  package var claim: [UInt8]
  /// Receipt or refusal; nil while it is open.
  package var ending: [UInt8]?
}

extension CaseStore {
  /// Remembers a claim; one that is there stays as it is.
  package func begin(_ row: PaperClaimRow, files: Int) throws {
    let claim = try dataKey.seal(row.claim, in: .claim(id: row.id))
    try database.write { session in
      _ = try session.execute(
        """
        INSERT INTO paperClaim (id, folder, state, files, claim) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """, [row.id, row.folder, row.state.rawValue, files, claim])
    }
  }

  /// - Returns: false where the claim was closed before.
  @discardableResult
  package func close(
    claim id: String, as state: PaperClaimRow.State, _ ending: [UInt8]?, caseID: String? = nil,
    in session: any SQLSession
  ) throws -> Bool {
    let ending = try ending.map { try dataKey.seal($0, in: .claimEnding(id: id)) }
    return try session.execute(
      "UPDATE paperClaim SET state = ?, ending = ?, caseID = ? WHERE id = ? AND state = 'open'",
      [state.rawValue, ending, caseID, id]) == 1
  }

  /// The claims whose papers a case is made of.
  package func claims(of caseID: String) throws -> [PaperClaimRow] {
    try database.read { session in
      try session.rows("SELECT * FROM paperClaim WHERE caseID = ? ORDER BY position", [caseID])
        .map(claim)
    }
  }

  package func claim(_ id: String, in session: any SQLSession) throws -> PaperClaimRow? {
    try session.row("SELECT * FROM paperClaim WHERE id = ?", [id]).map(claim)
  }

  /// What was taken or refused besides, at whatever folder, since the papers of these cases were: other cases', duplicates,
  /// and what could not be used. One that does not open is left out.
  package func claims(besides cases: Set<String>, in session: any SQLSession) throws
    -> [PaperClaimRow]
  {
    let first = try cases.compactMap {
      try session.value(
        "SELECT MIN(position) FROM paperClaim WHERE caseID = ?", [$0], as: Int64.self)
    }.min()
    guard let first else { return [] }
    return try session.rows(
      "SELECT * FROM paperClaim WHERE position > ? AND state <> 'released' ORDER BY position",
      [first]
    ).filter { row in
      try !(row.value("caseID", as: String?.self).map(cases.contains) ?? false)
    }.compactMap { try? claim($0) }
  }

  /// Oldest first.
  package func openClaims(of folder: String) throws -> [PaperClaimRow] {
    try database.read { session in
      try session.rows(
        "SELECT * FROM paperClaim WHERE folder = ? AND state = 'open' ORDER BY position", [folder]
      ).map(claim)
    }
  }
}

extension CaseStore {
  private func claim(_ row: SQLRow) throws -> PaperClaimRow {
    let id: String = try row.value("id")
    return PaperClaimRow(
      id: id, folder: try row.value("folder"),
      state: PaperClaimRow.State(rawValue: try row.value("state")) ?? .open,
      claim: try dataKey.open(row.value("claim"), from: .claim(id: id)),
      ending: try row.value("ending", as: [UInt8]?.self).map {
        try dataKey.open($0, from: .claimEnding(id: id))
      })
  }
}

extension PaperClaimRow {
  package init(open claim: [UInt8], id: String, folder: String) {
    self.init(id: id, folder: folder, state: .open, claim: claim, ending: nil)
  }
}
