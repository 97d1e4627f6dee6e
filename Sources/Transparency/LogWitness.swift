/// Somebody who watches a log: keeps the last checkpoint that was seen, and lets a newer one replace it only when the log
/// proves by its published tiles that it did nothing but append.
package struct LogWitness {
  package enum Finding: Sendable, Equatable {
    /// The log has grown by so many entries, or by none, and is otherwise as it was.
    case consistent(grownBy: Int)
    /// The checkpoint is not signed by the log's key.
    case unsigned
    /// The log has fewer entries than before.
    case shrunk
    /// Two trees that cannot both be true: keep both checkpoints, they prove it.
    case forked
    /// What was kept is not signed by this key: it is about another log, or the key was changed.
    case otherLog
    /// Nothing answers, or tiles are missing or of another size.
    case incomplete
  }

  private struct MissingTile: Error {}

  package let key: NoteKey
  /// The bytes that the log gives for a path such as `checkpoint`; nil where it has none.
  private let fetch: (String) async -> [UInt8]?

  package init(key: NoteKey, fetch: @escaping (String) async -> [UInt8]?) {
    self.key = key
    self.fetch = fetch
  }

  /// Looks at the log as it is now. `last` is the note that was kept, nil on first sight.
  /// - Returns: what was found, and the note to keep; the old one unless the log is consistent.
  package func look(since last: SignedNote?) async -> (finding: Finding, keep: SignedNote?) {
    let kept = last.map { Checkpoint($0, signedBy: key) }
    // To begin anew would forget what was seen.
    if let kept, kept == nil { return (.otherLog, last) }
    guard let bytes = await fetch("checkpoint") else { return (.incomplete, last) }
    let note = SignedNote(String(decoding: bytes, as: UTF8.self))
    guard let note, let new = Checkpoint(note, signedBy: key)?.head else {
      return (.unsigned, last)
    }
    let old = kept??.head ?? LogHead(size: 0, root: .empty)
    guard new.size >= old.size else { return (.shrunk, last) }
    do {
      let tiles = try await tiles(from: old.size, to: new.size)
      let tree = LogTree(size: new.size) { try Self.hash(of: $0, in: tiles) }
      guard try tree.root == new.root, let proof = try tree.consistencyProof(since: old.size),
        LogChecks.isConsistent(old, new, by: proof)
      else { return (.forked, last) }
    } catch { return (.incomplete, last) }
    return (.consistent(grownBy: new.size - old.size), note)
  }

  /// Every tile that root and consistency proof are computed from: the right edges of both trees.
  private func tiles(from old: Int, to new: Int) async throws -> [LogTile: [LogHash]] {
    var tiles: [LogTile: [LogHash]] = [:]
    for place in Self.places(old, new) {
      let tile = Self.tile(of: place, in: new)
      guard tiles[tile] == nil else { continue }
      guard let bytes = await fetch(tile.path), bytes.count == tile.width * LogHash.size else {
        throw MissingTile()
      }
      tiles[tile] = stride(from: 0, to: bytes.count, by: LogHash.size)
        .compactMap { LogHash(bytes: bytes[$0..<$0 + LogHash.size]) }
    }
    return tiles
  }

  /// The complete subtrees that are asked for, found by asking.
  private static func places(_ old: Int, _ new: Int) -> Set<LogNode> {
    var places: Set<LogNode> = []
    let tree = LogTree(size: new) {
      places.insert($0)
      return .empty
    }
    _ = try? tree.root
    _ = try? tree.consistencyProof(since: old)
    return places
  }

  /// The tile that holds a subtree's hash or what it is computed from, as wide as it is in a tree of this size.
  private static func tile(of node: LogNode, in size: Int) -> LogTile {
    let level = node.level / LogTile.height
    let index = node.position << (node.level % LogTile.height) / LogTile.fullWidth
    let hashes = size >> (level * LogTile.height)
    return LogTile(
      .hashes(level: level), index: index,
      width: min(LogTile.fullWidth, hashes - index * LogTile.fullWidth))
  }

  private static func hash(of node: LogNode, in tiles: [LogTile: [LogHash]]) throws -> LogHash {
    let depth = node.level % LogTile.height
    let level = node.level / LogTile.height
    let first = node.position << depth
    let tile = tiles.first {
      $0.key.content == .hashes(level: level) && $0.key.index == first / LogTile.fullWidth
    }
    let start = first % LogTile.fullWidth
    guard let hashes = tile?.value, start + 1 << depth <= hashes.count else { throw MissingTile() }
    var row = Array(hashes[start..<start + 1 << depth])
    while row.count > 1 {
      row = stride(from: 0, to: row.count, by: 2).map { LogHash(row[$0], row[$0 + 1]) }
    }
    return row[0]
  }
}
