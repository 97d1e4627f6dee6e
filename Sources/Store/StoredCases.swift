package import Cases
package import Foundation
import GRDB

extension CaseStore {
  /// A new case with its first event. Its id is the hall's day and a number, `20260312-0007`, unless one is given.
  ///
  /// - Throws: `Problem.caseExists`, `.badCaseID`.
  package func open(matter: String?, id: String? = nil, at now: Date) throws -> CaseRecord {
    try write { db in
      let moment = now.formatted(.iso8601)
      let id = try id.map { try freeID($0, db) } ?? nextID(on: CalendarDay(hallDayOf: now), db)
      let record = CaseRecord(
        id: id, matter: matter, state: .open, openedAt: moment,
        events: [CaseEvent(at: moment, by: "kanhe", what: "opened")])
      try db.execute(
        sql: "INSERT INTO caseRecord (id, matter, state, openedAt, record) VALUES (?, ?, ?, ?, ?)",
        arguments: [id, matter, record.state.rawValue, moment, encoded(record)])
      try append(record.events[...], to: id, from: 0, db)
      return record
    }
  }

  /// - Throws: `Problem.noSuchCase`.
  package func load(_ id: String) throws -> CaseRecord { try read { try load(id, $0) } }

  /// Newest first.
  package func list(_ state: CaseRecord.State? = nil) throws -> [CaseSummary] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, matter, state, openedAt FROM caseRecord WHERE ?1 IS NULL OR state = ?1
          ORDER BY openedAt DESC, id DESC
          """, arguments: [state?.rawValue]
      ).compactMap { row in
        CaseRecord.State(rawValue: row["state"]).map {
          CaseSummary(id: row["id"], matter: row["matter"], state: $0, openedAt: row["openedAt"])
        }
      }
    }
  }

  /// Stores a record that was loaded and changed. Events are only appended: a record that lacks what was stored
  /// meanwhile is refused, so that nobody's change is lost. A closed case only gets events.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseChanged`, `.caseClosed` for a case that was issued or rejected.
  package func save(_ record: CaseRecord) throws { try write { try save(record, $0) } }

  func load(_ id: String, _ db: Database) throws -> CaseRecord {
    guard
      let json = try Data.fetchOne(
        db, sql: "SELECT record FROM caseRecord WHERE id = ?", arguments: [id])
    else { throw Problem.noSuchCase(id) }
    guard var record = try? JSONDecoder().decode(CaseRecord.self, from: json) else {
      throw Problem.databaseFault("the record of \(id) does not decode")
    }
    record.events = try events(of: id, db)
    return record
  }

  func save(_ record: CaseRecord, _ db: Database) throws {
    let stored = try load(record.id, db)
    guard record.events.starts(with: stored.events) else { throw Problem.caseChanged(record.id) }
    if stored.state.isFinal {
      throw Problem.caseClosed(record.id, state: stored.state)
    }
    try db.execute(
      sql: "UPDATE caseRecord SET matter = ?, state = ?, record = ? WHERE id = ?",
      arguments: [record.matter, record.state.rawValue, encoded(record), record.id])
    try append(
      record.events[stored.events.count...], to: record.id, from: stored.events.count, db)
  }

  /// Events have a table of their own.
  private func encoded(_ record: CaseRecord) throws -> Data {
    var record = record
    record.events = []
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(record)
  }
}
