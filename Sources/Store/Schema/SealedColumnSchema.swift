import Cases
import Foundation

/// Seals what lay in the open before: records, notes of events, names and hashes of papers, readings, claims.
enum SealedColumnSchema {
  static func make(with key: DataKey, _ session: any SQLSession) throws {
    let blob = session.dialect.blob
    try session.run(
      script: """
        ALTER TABLE caseEvent ADD COLUMN note \(blob);
        DROP INDEX documentByContent;
        ALTER TABLE document ADD COLUMN content TEXT NOT NULL DEFAULT '';
        ALTER TABLE document ADD COLUMN sealed \(blob);
        """)
    try sealRecords(with: key, session)
    try sealNotes(with: key, session)
    try sealPapers(with: key, session)
    try sealClaims(with: key, session)
    try session.run(
      script: """
        ALTER TABLE caseEvent DROP COLUMN detail;
        ALTER TABLE document DROP COLUMN name;
        ALTER TABLE document DROP COLUMN sha256;
        CREATE INDEX documentByContent ON document(content, source);
        """)
  }

  private static func sealRecords(with key: DataKey, _ session: any SQLSession) throws {
    for id in try session.values("SELECT id FROM caseRecord", as: String.self) {
      let plain = try session.value(
        "SELECT record FROM caseRecord WHERE id = ?", [id], as: [UInt8].self)
      try session.execute(
        "UPDATE caseRecord SET record = ? WHERE id = ?",
        [try key.seal(plain ?? [], in: .record(caseID: id)), id])
    }
  }

  /// Events are only appended to; this once they are rewritten.
  private static func sealNotes(with key: DataKey, _ session: any SQLSession) throws {
    try session.withChangeableEvents {
      let rows = try session.rows(
        "SELECT caseID, position, detail FROM caseEvent WHERE detail IS NOT NULL")
      for row in rows {
        let (id, position) = (
          try row.value("caseID", as: String.self), try row.value("position", as: Int.self)
        )
        let note = try row.value("detail", as: String.self)
        try session.execute(
          "UPDATE caseEvent SET note = ?, detail = NULL WHERE caseID = ? AND position = ?",
          [
            try key.seal(Data(note.utf8), in: .event(caseID: id, position: position)), id, position,
          ])
      }
    }
  }

  private static func sealPapers(with key: DataKey, _ session: any SQLSession) throws {
    for id in try session.values("SELECT id FROM document", as: String.self) {
      guard
        let row = try session.row("SELECT name, sha256, reading FROM document WHERE id = ?", [id])
      else { continue }
      let identity = PaperIdentity(
        name: try row.value("name"), sha256: try row.value("sha256"))
      let reading = try row.value("reading", as: [UInt8]?.self).map {
        try key.seal($0, in: .reading(paper: id))
      }
      try session.execute(
        "UPDATE document SET content = ?, sealed = ?, reading = ? WHERE id = ?",
        [
          key.code(ofContent: identity.sha256), try identity.sealed(as: id, with: key), reading, id,
        ])
    }
    for name in try session.values("SELECT key FROM submissionKey", as: String.self) {
      let content = try session.value(
        "SELECT content FROM submissionKey WHERE key = ?", [name], as: String.self)
      try session.execute(
        "UPDATE submissionKey SET content = ? WHERE key = ?",
        [key.code(ofSubmission: content ?? ""), name])
    }
  }

  private static func sealClaims(with key: DataKey, _ session: any SQLSession) throws {
    for row in try session.rows("SELECT id, claim, ending FROM paperClaim") {
      let id: String = try row.value("id")
      let ending = try row.value("ending", as: [UInt8]?.self).map {
        try key.seal($0, in: .claimEnding(id: id))
      }
      try session.execute(
        "UPDATE paperClaim SET claim = ?, ending = ? WHERE id = ?",
        [try key.seal(row.value("claim", as: [UInt8].self), in: .claim(id: id)), ending, id])
    }
  }
}

extension SQLSession {
  fileprivate func withChangeableEvents(_ change: () throws -> Void) throws {
    switch dialect {
    case .sqlite:
      try run(script: "DROP TRIGGER caseEventStays")
      try change()
      try run(
        script: """
          CREATE TRIGGER caseEventStays BEFORE UPDATE ON caseEvent
            BEGIN SELECT RAISE(ABORT, 'events are only appended'); END
          """)
    case .postgresql:
      try run(script: "ALTER TABLE caseEvent DISABLE TRIGGER caseEventStays")
      try change()
      try run(script: "ALTER TABLE caseEvent ENABLE TRIGGER caseEventStays")
    }
  }
}
