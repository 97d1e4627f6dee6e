package import Cases
import Foundation

/// Papers and what was read in them.
extension CaseStore {
  package func document(_ id: String) throws -> StoredDocument? {
    try database.read { session in
      try session.row("SELECT * FROM document WHERE id = ?", [id]).map(paper)
    }
  }

  package func documents(of caseID: String) throws -> [StoredDocument] {
    try database.read { session in
      try session.rows("SELECT * FROM document WHERE caseID = ? ORDER BY position", [caseID])
        .map(paper)
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
    try holdCase(document.caseID, session)
    try session.execute(
      "UPDATE document SET state = ?, reading = ? WHERE id = ?",
      [
        state.rawValue,
        try dataKey.seal(JSONEncoder().encode(reading), in: .reading(paper: document.id)),
        document.id,
      ])
    return try session.value(
      "SELECT COUNT(*) FROM document WHERE caseID = ? AND state = 'received'",
      [document.caseID], as: Int.self) == 0
  }

  /// Readings of a case's papers, in the order in which they were handed in, links left out.
  package func readings(of caseID: String) throws -> [FileReading] {
    try database.read { session in
      try session.rows(
        """
        SELECT id, reading FROM document WHERE caseID = ? AND reading IS NOT NULL ORDER BY position
        """, [caseID]
      ).map { row in
        let plain = try dataKey.open(
          row.value("reading"), from: .reading(paper: row.value("id")))
        return try JSONDecoder().decode(FileReading.self, from: Data(plain))
      }
    }
  }

  /// How many readings wait to be taken into the case's record; nil while papers wait to be read.
  package func papersRead(of caseID: String, _ session: any SQLSession) throws -> Int? {
    let waiting: Int? = try session.value(
      "SELECT COUNT(*) FROM document WHERE caseID = ? AND state = 'received'", [caseID])
    guard waiting == 0 else { return nil }
    return try readingsToTake(of: caseID, session)
  }

  /// How many readings are not in the case's record yet, whatever else waits to be read.
  package func readingsToTake(of caseID: String, _ session: any SQLSession) throws -> Int {
    try session.value(
      "SELECT COUNT(*) FROM document WHERE caseID = ? AND reading IS NOT NULL", [caseID]) ?? 0
  }

  /// Whether a paper of the case is to be read, or is being read; one that was put aside is not.
  package func hasPapersToRead(_ caseID: String, _ session: any SQLSession) throws -> Bool {
    try session.row(
      """
      SELECT job.id FROM document JOIN job ON job.subject = document.id
      WHERE document.caseID = ? AND document.state = 'received' AND stage = ? AND job.state <> 'dead'
      """, [caseID, JobStage.read.rawValue]) != nil
  }

  /// The readings are in the case's record now, and are not kept twice.
  package func dropReadings(of caseID: String, _ session: any SQLSession) throws {
    try session.execute("UPDATE document SET reading = NULL WHERE caseID = ?", [caseID])
  }
}

extension CaseStore {
  private func paper(_ row: SQLRow) throws -> StoredDocument {
    guard let state = StoredDocument.State(rawValue: try row.value("state")) else {
      throw Problem.databaseFault("a paper in an unknown state")
    }
    let id: String = try row.value("id")
    let identity = try PaperIdentity(sealed: row.value("sealed"), as: id, with: dataKey)
    return StoredDocument(
      id: id, caseID: try row.value("caseID"), name: identity.name, sha256: identity.sha256,
      state: state)
  }

  /// Hashes of all papers that were ever handed in, each once, and how many papers are damaged and do not tell theirs.
  func contents() throws -> (hashes: Set<String>, damaged: Int) {
    let rows = try database.read { try $0.rows("SELECT id, sealed FROM document") }
    var found: (hashes: Set<String>, damaged: Int) = ([], 0)
    for row in rows {
      let (id, sealed): (String, [UInt8]) = (try row.value("id"), try row.value("sealed"))
      if let identity = try? PaperIdentity(sealed: sealed, as: id, with: dataKey) {
        found.hashes.insert(identity.sha256)
      } else {
        found.damaged += 1
      }
    }
    return found
  }
}
