import Foundation
import GRDB
package import Transparency

/// The log of issued results. An entry is written in the transaction that issues, so that nothing is issued and not
/// logged, or logged and not issued.
extension CaseStore {
  /// Size and root of the log as it is now.
  package func logHead() throws -> LogHead {
    try read { try Self.logTree($0).head }
  }

  /// The bytes of a published tile; nil where the log does not have it.
  package func logTile(_ tile: LogTile) throws -> [UInt8]? {
    try read { db in
      guard tile.isIn(treeOf: try Self.logSize(db)) else { return nil }
      if tile.content == .entries { return try Self.entries(of: tile, db) }
      return try tile.nodes.flatMap { try Self.hash(of: $0, db).bytes }
    }
  }

  /// Where a result stands in the log, its salt, and what proves it in the log as it is now; nil for a locator that is not
  /// there, or whose salt was erased.
  package func logPlace(of locator: String) throws -> (
    salt: [UInt8], index: Int, path: [LogHash], head: LogHead
  )? {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT position, salt FROM logEntry WHERE locator = ?", arguments: [locator])
      guard let row, let salt: Data = row["salt"] else { return nil }
      let (tree, index): (LogTree, Int) = (try Self.logTree(db), row["position"])
      guard let path = try tree.inclusionProof(of: index) else { return nil }
      return (Array(salt), index, path, try tree.head)
    }
  }

  /// Adds a result's signed record. Only for the transaction that makes it public.
  static func log(_ record: [UInt8], at locator: String, _ db: Database) throws {
    let salt = LogEntry.newSalt()
    let entry = LogEntry(of: record, salt: salt)
    let tree = try logTree(db)
    try db.execute(
      sql: "INSERT INTO logEntry (position, entry, locator, salt) VALUES (?, ?, ?, ?)",
      arguments: [tree.size, Data(entry.bytes), locator, Data(salt)])
    for (node, hash) in try tree.nodes(appending: entry.leaf) {
      try db.execute(
        sql: "INSERT INTO logNode (level, position, hash) VALUES (?, ?, ?)",
        arguments: [node.level, node.position, Data(hash.bytes)])
    }
  }

  private static func logTree(_ db: Database) throws -> LogTree {
    LogTree(size: try logSize(db)) { try hash(of: $0, db) }
  }

  private static func logSize(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT COALESCE(MAX(position) + 1, 0) FROM logEntry") ?? 0
  }

  private static func hash(of node: LogNode, _ db: Database) throws -> LogHash {
    let bytes = try Data.fetchOne(
      db, sql: "SELECT hash FROM logNode WHERE level = ? AND position = ?",
      arguments: [node.level, node.position])
    guard let hash = bytes.flatMap({ LogHash(bytes: $0) }) else { throw LogDamage() }
    return hash
  }

  /// Each entry behind its length in two bytes.
  private static func entries(of tile: LogTile, _ db: Database) throws -> [UInt8] {
    let first = tile.index * LogTile.fullWidth
    let entries = try Data.fetchAll(
      db, sql: "SELECT entry FROM logEntry WHERE position BETWEEN ? AND ? ORDER BY position",
      arguments: [first, first + tile.width - 1])
    return entries.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
  }
}

/// A hash that must be there is not.
private struct LogDamage: Error {}

extension LogTree {
  fileprivate var head: LogHead { get throws { LogHead(size: size, root: try root) } }
}
