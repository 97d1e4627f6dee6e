import Cases
package import Foundation
import GRDB

extension CaseStore {
  /// What is to be handed over of a case. It stays until the hand-over is confirmed.
  ///
  /// - Throws: `Problem.nothingToHandOver`; `.dataKeyUnusable` where this is not the key it was stored under.
  package func handOver(of caseID: String) throws -> HandOver {
    let sealed = try read { db in
      try Data.fetchOne(
        db, sql: "SELECT sealed FROM handOver WHERE caseID = ?", arguments: [caseID])
    }
    guard let sealed else { throw Problem.nothingToHandOver(caseID) }
    guard let bytes = dataKey.open(sealed, for: caseID), let handOver = HandOver(bytes: bytes)
    else {
      throw Problem.dataKeyUnusable("data.key", "another key")
    }
    return handOver
  }

  /// Erases PDF and secret: from now on only the holder can open the public copy.
  ///
  /// - Throws: `Problem.nothingToHandOver`.
  package func confirmHandOver(of caseID: String, by officer: String, at now: Date) throws {
    try write { try erase(caseID, by: officer, what: "handed_over", at: now, $0) }
  }

  /// Erases what nobody fetched in time.
  ///
  /// - Returns: the cases whose results were erased.
  package func eraseHandOvers(olderThan limit: Date, at now: Date) throws -> [String] {
    try write { db in
      let cases = try String.fetchAll(
        db, sql: "SELECT caseID FROM handOver WHERE createdAt < ? ORDER BY caseID",
        arguments: [limit.formatted(.iso8601)])
      for id in cases { try erase(id, by: "kanhe", what: "hand_over_expired", at: now, db) }
      return cases
    }
  }

  private func erase(_ caseID: String, by name: String, what: String, at now: Date, _ db: Database)
    throws
  {
    try db.execute(sql: "DELETE FROM handOver WHERE caseID = ?", arguments: [caseID])
    guard db.changesCount == 1 else { throw Problem.nothingToHandOver(caseID) }
    try append(
      CaseEvent(at: now.formatted(.iso8601), by: name, what: what), to: caseID, db)
  }
}
