package import Cases

/// Places on the lists that say which results were revoked.
extension CaseStore {
  /// Half of a list stays free, so that a free place is soon found and the order of issue does not show.
  private static let mostOnAList = StatusPlace.listSize / 2

  /// The place of what the case is issued in this role: one and the same however often it is asked for, at random among the
  /// free ones.
  package func reserveStatusPlace(for caseID: String, _ role: ResultRole = .final) throws
    -> StatusPlace
  {
    try write { try reserveStatusPlace(for: caseID, role, in: $0) }
  }

  package func reserveStatusPlace(
    for caseID: String, _ role: ResultRole = .final, in session: any SQLSession
  ) throws -> StatusPlace {
    try session.lock(.statusPlaces)
    if let place = try place(of: caseID, role, session) { return place }
    let given = try session.value("SELECT COUNT(*) FROM statusPlace", as: Int.self) ?? 0
    let list = 1 + given / Self.mostOnAList
    while true {
      let place = StatusPlace(list: list, position: Int.random(in: 0..<StatusPlace.listSize))
      let taken = try session.execute(
        """
        INSERT INTO statusPlace (list, position, caseID, role) VALUES (?, ?, ?, ?)
        ON CONFLICT (list, position) DO NOTHING
        """, [place.list, place.position, caseID, role.rawValue])
      if taken == 1 { return place }
    }
  }

  /// The revoked places of a list; nil where no result has a place on it.
  package func revokedPlaces(on list: Int) throws -> [Int]? {
    try read { session in
      let first = try session.row("SELECT position FROM statusPlace WHERE list = ? LIMIT 1", [list])
      if first == nil { return nil }
      return try session.values(
        "SELECT position FROM statusPlace WHERE list = ? AND revoked = 1 ORDER BY position", [list])
    }
  }

  /// Only for the transaction that revokes what the case was issued in this role.
  func markRevoked(_ caseID: String, _ role: ResultRole, _ session: any SQLSession) throws {
    try session.execute(
      "UPDATE statusPlace SET revoked = 1 WHERE caseID = ? AND role = ?", [caseID, role.rawValue])
  }

  private func place(of caseID: String, _ role: ResultRole, _ session: any SQLSession) throws
    -> StatusPlace?
  {
    try session.row(
      "SELECT list, position FROM statusPlace WHERE caseID = ? AND role = ?",
      [caseID, role.rawValue]
    ).map {
      StatusPlace(list: try $0.value("list"), position: try $0.value("position"))
    }
  }
}
