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
    try read { session in
      guard tile.isIn(treeOf: try Self.logSize(session)) else { return nil }
      if tile.content == .entries { return try Self.entries(of: tile, session) }
      return try tile.nodes.flatMap { try Self.hash(of: $0, session).bytes }
    }
  }

  /// Where a result stands in the log, its salt, and what proves it in the log as it is now; nil for a locator that is not
  /// there, or whose salt was erased.
  package func logPlace(of locator: String) throws -> (
    salt: [UInt8], index: Int, path: [LogHash], head: LogHead
  )? {
    try read { session in
      let row = try session.row(
        "SELECT position, salt FROM logEntry WHERE locator = ?", [locator])
      guard let row, let salt: [UInt8] = try row.value("salt") else { return nil }
      let (tree, index): (LogTree, Int) = (try Self.logTree(session), try row.value("position"))
      guard let path = try tree.inclusionProof(of: index) else { return nil }
      return (salt, index, path, try tree.head)
    }
  }

  /// Adds a result's signed record. Only for the transaction that makes it public.
  static func log(_ record: [UInt8], at locator: String, _ session: any SQLSession) throws {
    try session.lock(.log)
    let salt = LogEntry.newSalt()
    let entry = LogEntry(of: record, salt: salt)
    let tree = try logTree(session)
    try session.execute(
      "INSERT INTO logEntry (position, entry, locator, salt) VALUES (?, ?, ?, ?)",
      [tree.size, entry.bytes, locator, salt])
    for (node, hash) in try tree.nodes(appending: entry.leaf) {
      try session.execute(
        "INSERT INTO logNode (level, position, hash) VALUES (?, ?, ?)",
        [node.level, node.position, hash.bytes])
    }
  }

  private static func logTree(_ session: any SQLSession) throws -> LogTree {
    LogTree(size: try logSize(session)) { try hash(of: $0, session) }
  }

  private static func logSize(_ session: any SQLSession) throws -> Int {
    try session.value("SELECT MAX(position) + 1 FROM logEntry", as: Int.self) ?? 0
  }

  private static func hash(of node: LogNode, _ session: any SQLSession) throws -> LogHash {
    let bytes = try session.value(
      "SELECT hash FROM logNode WHERE level = ? AND position = ?", [node.level, node.position],
      as: [UInt8].self)
    guard let hash = bytes.flatMap({ LogHash(bytes: $0) }) else { throw LogDamage() }
    return hash
  }

  /// Each entry behind its length in two bytes.
  private static func entries(of tile: LogTile, _ session: any SQLSession) throws -> [UInt8] {
    let first = tile.index * LogTile.fullWidth
    let entries = try session.values(
      "SELECT entry FROM logEntry WHERE position BETWEEN ? AND ? ORDER BY position",
      [first, first + tile.width - 1], as: [UInt8].self)
    return entries.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
  }
}

/// A hash that must be there is not.
private struct LogDamage: Error {}

extension LogTree {
  fileprivate var head: LogHead { get throws { LogHead(size: size, root: try root) } }
}
