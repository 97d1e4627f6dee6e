package import Cases
import GRDB

extension CaseStore {
  /// - Throws: `Problem.noSuchCase`.
  package func append(_ event: CaseEvent, to id: String) throws {
    try write { try append(event, to: id, $0) }
  }

  func append(_ event: CaseEvent, to id: String, _ db: Database) throws {
    let count = try load(id, db).events.count
    try append([event], to: id, from: count, db)
  }

  func events(of id: String, _ db: Database) throws -> [CaseEvent] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM caseEvent WHERE caseID = ? ORDER BY position", arguments: [id]
    ).map { CaseEvent(at: $0["at"], by: $0["by"], what: $0["what"], detail: $0["detail"]) }
  }

  func append(
    _ events: ArraySlice<CaseEvent>, to id: String, from first: Int, _ db: Database
  )
    throws
  {
    for (offset, event) in events.enumerated() {
      try db.execute(
        sql:
          "INSERT INTO caseEvent (caseID, position, at, by, what, detail) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [id, first + offset, event.at, event.by, event.what, event.detail])
    }
  }
}
