package import Cases
import GRDB

/// Places on the lists that say which results were revoked.
extension CaseStore {
  /// Half of a list stays free, so that a free place is soon found and the order of issue does not show.
  private static let mostOnAList = StatusPlace.listSize / 2

  /// The case's place: one and the same however often it is asked for, at random among the free ones.
  package func reserveStatusPlace(for caseID: String) throws -> StatusPlace {
    try write { db in
      if let place = try Self.place(of: caseID, db) { return place }
      let given = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM statusPlace") ?? 0
      let list = 1 + given / Self.mostOnAList
      while true {
        let place = StatusPlace(
          list: list, position: Int.random(in: 0..<StatusPlace.listSize))
        try db.execute(
          sql: "INSERT OR IGNORE INTO statusPlace (list, position, caseID) VALUES (?, ?, ?)",
          arguments: [place.list, place.position, caseID])
        if db.changesCount == 1 { return place }
      }
    }
  }

  /// The revoked places of a list; nil where no result has a place on it.
  package func revokedPlaces(on list: Int) throws -> [Int]? {
    try read { db in
      let isThere = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM statusPlace WHERE list = ?)", arguments: [list])
      guard isThere == true else { return nil }
      return try Int.fetchAll(
        db, sql: "SELECT position FROM statusPlace WHERE list = ? AND revoked ORDER BY position",
        arguments: [list])
    }
  }

  /// Only for the transaction that revokes the case's result.
  static func markRevoked(_ caseID: String, _ db: Database) throws {
    try db.execute(sql: "UPDATE statusPlace SET revoked = 1 WHERE caseID = ?", arguments: [caseID])
  }

  private static func place(of caseID: String, _ db: Database) throws -> StatusPlace? {
    let row = try Row.fetchOne(
      db, sql: "SELECT list, position FROM statusPlace WHERE caseID = ?", arguments: [caseID])
    return row.map { StatusPlace(list: $0["list"], position: $0["position"]) }
  }
}
