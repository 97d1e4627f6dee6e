package import Cases
package import Foundation

extension CaseStore {
  /// A new case with its first event. Its id is the hall's day and a number, `20260312-0007`, unless one is given.
  ///
  /// - Throws: `Problem.caseExists`, `.badCaseID`.
  package func open(matter: String?, id: String? = nil, at now: Date) throws -> CaseRecord {
    try write { try open(matter: matter, id: id, at: now, in: $0) }
  }

  package func open(
    matter: String?, id: String? = nil, at now: Date, in session: any SQLSession
  ) throws -> CaseRecord {
    let moment = now.formatted(.iso8601)
    let given = try id.map(checked)
    while true {
      let id = try given ?? nextID(on: CalendarDay(hallDayOf: now), session)
      let record = CaseRecord(
        id: id, matter: matter, state: .open, openedAt: moment,
        events: [CaseEvent(at: moment, by: "kanhe", what: "opened")])
      if try insert(record, session) { return record }
      // A number may have been taken by a given id.
      if given != nil { throw Problem.caseExists(id) }
    }
  }

  /// - Throws: `Problem.noSuchCase`.
  package func load(_ id: String) throws -> CaseRecord { try read { try load(id, in: $0) } }

  package func load(_ id: String, in session: any SQLSession) throws -> CaseRecord {
    try record("SELECT record, revision FROM caseRecord WHERE id = ?", id, session)
  }

  /// For a change: whoever else wants to change the case waits.
  func hold(_ id: String, _ session: any SQLSession) throws -> CaseRecord {
    try record(
      "SELECT record, revision FROM caseRecord WHERE id = ? \(session.dialect.forUpdate)", id,
      session)
  }

  /// From here to the end of the transaction nobody else changes the case, and nothing is handed in for it.
  ///
  /// - Throws: `Problem.noSuchCase`.
  package func holdCase(_ id: String, _ session: any SQLSession) throws {
    let row = try session.row(
      "SELECT id FROM caseRecord WHERE id = ? \(session.dialect.forUpdate)", [id])
    if row == nil { throw Problem.noSuchCase(id) }
  }

  /// Newest first.
  package func list(_ state: CaseRecord.State? = nil) throws -> [CaseSummary] {
    let (condition, arguments) = state.map { ("WHERE state = ?", [$0.rawValue]) } ?? ("", [])
    return try read { session in
      try session.rows(
        """
        SELECT id, matter, state, openedAt FROM caseRecord \(condition)
        ORDER BY openedAt DESC, id DESC
        """, arguments
      ).compactMap { row in
        try CaseRecord.State(rawValue: row.value("state")).map {
          CaseSummary(
            id: try row.value("id"), matter: try row.value("matter"), state: $0,
            openedAt: try row.value("openedAt"))
        }
      }
    }
  }

  /// Stores a record that was loaded and changed. A record that was stored anew meanwhile, or whose events were appended
  /// to, is refused, so that nobody's change is lost. A closed case only gets events.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseChanged`, `.caseClosed` for a case that was issued or rejected.
  package func save(_ record: CaseRecord) throws { try write { try save(record, in: $0) } }

  package func save(_ record: CaseRecord, in session: any SQLSession) throws {
    let stored = try hold(record.id, session)
    guard record.events.starts(with: stored.events) else { throw Problem.caseChanged(record.id) }
    if stored.state.isFinal {
      throw Problem.caseClosed(record.id, state: stored.state)
    }
    // Two changes within a second may leave the same event.
    guard record.revision == stored.revision else { throw Problem.caseChanged(record.id) }
    try session.execute(
      """
      UPDATE caseRecord SET matter = ?, state = ?, record = ?, revision = revision + 1 WHERE id = ?
      """,
      [record.matter, record.state.rawValue, sealed(record), record.id])
    try append(
      record.events[stored.events.count...], to: record.id, from: stored.events.count, session)
  }

  private func insert(_ record: CaseRecord, _ session: any SQLSession) throws -> Bool {
    let inserted = try session.execute(
      """
      INSERT INTO caseRecord (id, matter, state, openedAt, record) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """,
      [record.id, record.matter, record.state.rawValue, record.openedAt, sealed(record)])
    guard inserted == 1 else { return false }
    try append(record.events[...], to: record.id, from: 0, session)
    return true
  }

  private func record(_ sql: String, _ id: String, _ session: any SQLSession) throws -> CaseRecord {
    guard let row = try session.row(sql, [id]) else { throw Problem.noSuchCase(id) }
    let json = try dataKey.open(row.value("record"), from: .record(caseID: id))
    guard var record = try? JSONDecoder().decode(CaseRecord.self, from: Data(json)) else {
      throw Problem.damagedRecord(id)
    }
    record.revision = try row.value("revision")
    record.events = try events(of: id, session)
    return record
  }

  /// Events have a table of their own.
  private func sealed(_ record: CaseRecord) throws -> [UInt8] {
    var record = record
    record.events = []
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try dataKey.seal(encoder.encode(record), in: .record(caseID: record.id))
  }
}
