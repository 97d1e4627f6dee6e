package import Cases

extension CaseStore {
  /// - Throws: `Problem.noSuchCase`.
  package func append(_ event: CaseEvent, to id: String) throws {
    try write { try append(event, to: id, in: $0) }
  }

  package func append(_ event: CaseEvent, to id: String, in session: any SQLSession) throws {
    let dialect = session.dialect
    guard
      try session.row("SELECT id FROM caseRecord WHERE id = ? \(dialect.forUpdate)", [id]) != nil
    else { throw Problem.noSuchCase(id) }
    let count = try session.value(
      "SELECT COUNT(*) FROM caseEvent WHERE caseID = ?", [id], as: Int.self)
    try append([event], to: id, from: count ?? 0, session)
  }

  func events(of id: String, _ session: any SQLSession) throws -> [CaseEvent] {
    try session.rows(
      "SELECT at, by, what, detail FROM caseEvent WHERE caseID = ? ORDER BY position", [id]
    ).map {
      CaseEvent(
        at: try $0.value("at"), by: try $0.value("by"), what: try $0.value("what"),
        detail: try $0.value("detail"))
    }
  }

  func append(
    _ events: ArraySlice<CaseEvent>, to id: String, from first: Int, _ session: any SQLSession
  ) throws {
    for (offset, event) in events.enumerated() {
      try session.execute(
        "INSERT INTO caseEvent (caseID, position, at, by, what, detail) VALUES (?, ?, ?, ?, ?, ?)",
        [id, first + offset, event.at, event.by, event.what, event.detail])
    }
  }
}
