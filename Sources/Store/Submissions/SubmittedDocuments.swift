package import Cases
import Foundation

/// Papers and what was read in them.
extension CaseStore {
  package func document(_ id: String) throws -> StoredDocument? {
    try database.read { session in
      try session.row("SELECT * FROM document WHERE id = ?", [id]).map(StoredDocument.init)
    }
  }

  package func documents(of caseID: String) throws -> [StoredDocument] {
    try database.read { session in
      try session.rows("SELECT * FROM document WHERE caseID = ? ORDER BY position", [caseID])
        .map(StoredDocument.init)
    }
  }

  /// Keeps what was read in a paper.
  ///
  /// - Returns: whether every paper of its case has been read now.
  package func keep(
    _ reading: FileReading, of document: StoredDocument, as state: StoredDocument.State,
    _ session: any SQLSession
  ) throws -> Bool {
    // Of the last two papers of a case that are read at once, one must see the other.
    _ = try session.row(
      "SELECT id FROM caseRecord WHERE id = ? \(session.dialect.forUpdate)", [document.caseID])
    try session.execute(
      "UPDATE document SET state = ?, reading = ? WHERE id = ?",
      [state.rawValue, Array(try JSONEncoder().encode(reading)), document.id])
    return try session.value(
      "SELECT COUNT(*) FROM document WHERE caseID = ? AND state = 'received'",
      [document.caseID], as: Int.self) == 0
  }

  /// Readings of a case's papers, in the order in which they were handed in, links left out.
  package func readings(of caseID: String) throws -> [FileReading] {
    try database.read { session in
      try session.values(
        """
        SELECT reading FROM document WHERE caseID = ? AND reading IS NOT NULL ORDER BY position
        """, [caseID], as: [UInt8].self
      ).map { try JSONDecoder().decode(FileReading.self, from: Data($0)) }
    }
  }

  /// How many readings wait to be taken into the case's record; nil while papers wait to be read.
  package func papersRead(of caseID: String, _ session: any SQLSession) throws -> Int? {
    let waiting: Int? = try session.value(
      "SELECT COUNT(*) FROM document WHERE caseID = ? AND state = 'received'", [caseID])
    guard waiting == 0 else { return nil }
    return try session.value(
      "SELECT COUNT(*) FROM document WHERE caseID = ? AND reading IS NOT NULL", [caseID])
  }

  /// The readings are in the case's record now, and are not kept twice.
  package func dropReadings(of caseID: String, _ session: any SQLSession) throws {
    try session.execute("UPDATE document SET reading = NULL WHERE caseID = ?", [caseID])
  }
}

extension StoredDocument {
  init(_ row: SQLRow) throws {
    guard let state = State(rawValue: try row.value("state")) else {
      throw Problem.databaseFault("a paper in an unknown state")
    }
    self.init(
      id: try row.value("id"), caseID: try row.value("caseID"), name: try row.value("name"),
      sha256: try row.value("sha256"), state: state)
  }
}
