import Cases
import GRDB

extension CaseStore {
  /// The case's document number, `云政许字〔2026〕第0007号`: reserved for it once and for all, so that a case whose
  /// issuing was cut short gets the same number again and the numbers of a pattern and year have no gap. The pattern
  /// holds `{year}` and `{sequence}`.
  ///
  /// - Throws: `Problem.noSuchCase`.
  package func reserveNumber(_ pattern: String, year: Int, for caseID: String) throws -> String {
    let sequence = try write { db in
      let state = try load(caseID, db).state
      if let reserved = try reserved(pattern, year, caseID, db) { return reserved }
      if state.isFinal { throw Problem.caseClosed(caseID, state: state) }
      return try Int.fetchOne(
        db,
        sql: """
          INSERT INTO resultNumber (pattern, year, sequence, caseID)
          SELECT ?1, ?2, COALESCE(MAX(sequence), 0) + 1, ?3 FROM resultNumber
          WHERE pattern = ?1 AND year = ?2 RETURNING sequence
          """, arguments: [pattern, year, caseID]) ?? 1
    }
    return
      pattern
      .replacing("{year}", with: String(year))
      .replacing("{sequence}", with: fourDigits(sequence))
  }

  private func reserved(_ pattern: String, _ year: Int, _ caseID: String, _ db: Database) throws
    -> Int?
  {
    try Int.fetchOne(
      db,
      sql: "SELECT sequence FROM resultNumber WHERE pattern = ? AND year = ? AND caseID = ?",
      arguments: [pattern, year, caseID])
  }
}
