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
    try database.write { session in
      _ = try session.execute(
        """
        INSERT INTO paperClaim (id, folder, state, files, claim) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """, [row.id, row.folder, row.state.rawValue, files, row.claim])
    }
  }

  /// - Returns: false where the claim was closed before.
  @discardableResult
  package func close(
    claim id: String, as state: PaperClaimRow.State, _ ending: [UInt8]?, caseID: String? = nil,
    in session: any SQLSession
  ) throws -> Bool {
    try session.execute(
      "UPDATE paperClaim SET state = ?, ending = ?, caseID = ? WHERE id = ? AND state = 'open'",
      [state.rawValue, ending, caseID, id]) == 1
  }

  /// The claims whose papers a case is made of.
  package func claims(of caseID: String) throws -> [PaperClaimRow] {
    try database.read { session in
      try session.rows("SELECT * FROM paperClaim WHERE caseID = ? ORDER BY position", [caseID])
        .map(PaperClaimRow.init)
    }
  }

  package func claim(_ id: String, in session: any SQLSession) throws -> PaperClaimRow? {
    try session.row("SELECT * FROM paperClaim WHERE id = ?", [id]).map(PaperClaimRow.init)
  }

  /// Oldest first.
  package func openClaims(of folder: String) throws -> [PaperClaimRow] {
    try database.read { session in
      try session.rows(
        "SELECT * FROM paperClaim WHERE folder = ? AND state = 'open' ORDER BY position", [folder]
      ).map(PaperClaimRow.init)
    }
  }
}

extension PaperClaimRow {
  fileprivate init(_ row: SQLRow) throws {
    self.init(
      id: try row.value("id"), folder: try row.value("folder"),
      state: State(rawValue: try row.value("state")) ?? .open, claim: try row.value("claim"),
      ending: try row.value("ending"))
  }

  package init(open claim: [UInt8], id: String, folder: String) {
    self.init(id: id, folder: folder, state: .open, claim: claim, ending: nil)
  }
}
