package import Cases
import Foundation

extension CaseStore {
  /// - Throws: `Problem.noSuchCase`.
  package func append(_ event: CaseEvent, to id: String) throws {
    try write { try append(event, to: id, in: $0) }
  }

  package func append(_ event: CaseEvent, to id: String, in session: any SQLSession) throws {
    try holdCase(id, session)
    let count = try session.value(
      "SELECT COUNT(*) FROM caseEvent WHERE caseID = ?", [id], as: Int.self)
    try append([event], to: id, from: count ?? 0, session)
  }

  func events(of id: String, _ session: any SQLSession) throws -> [CaseEvent] {
    try session.rows(
      "SELECT position, at, by, what, note FROM caseEvent WHERE caseID = ? ORDER BY position", [id]
    ).map { row in
      let place = SealedColumn.event(caseID: id, position: try row.value("position"))
      let note = try row.value("note", as: [UInt8]?.self).map { try dataKey.open($0, from: place) }
      return CaseEvent(
        at: try row.value("at"), by: try row.value("by"), what: try row.value("what"),
        detail: note.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  func append(
    _ events: ArraySlice<CaseEvent>, to id: String, from first: Int, _ session: any SQLSession
  ) throws {
    for (offset, event) in events.enumerated() {
      let position = first + offset
      let note = try event.detail.map {
        try dataKey.seal(Data($0.utf8), in: .event(caseID: id, position: position))
      }
      try session.execute(
        "INSERT INTO caseEvent (caseID, position, at, by, what, note) VALUES (?, ?, ?, ?, ?, ?)",
        [id, position, event.at, event.by, event.what, note])
    }
  }
}
