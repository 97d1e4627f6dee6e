/// A complete subtree: it covers the entries from `position << level` on, `1 << level` of them.
package struct LogNode: Sendable, Hashable {
  /// 0 for a single entry.
  package var level: Int
  package var position: Int

  package init(level: Int, position: Int) {
    self.level = level
    self.position = position
  }
}

/// The Merkle tree of RFC 6962, 2.1, over complete subtrees that are kept somewhere: they never change once they are
/// there, so that appending is all that a log can do.
package struct LogTree {
  /// Entries in the tree.
  package let size: Int
  private let hash: (LogNode) throws -> LogHash

  /// `hash` gives the hash of any complete subtree of a tree of this size.
  package init(size: Int, hash: @escaping (LogNode) throws -> LogHash) {
    self.size = size
    self.hash = hash
  }

  package var root: LogHash {
    get throws { try size == 0 ? .empty : subtree(from: 0, count: size) }
  }

  /// The complete subtrees that one more entry adds, smallest first.
  package func nodes(appending leaf: LogHash) throws -> [(node: LogNode, hash: LogHash)] {
    var added = [(node: LogNode(level: 0, position: size), hash: leaf)]
    var (position, newest) = (size, leaf)
    var level = 0
    while position & 1 == 1 {
      newest = LogHash(try hash(LogNode(level: level, position: position - 1)), newest)
      (position, level) = (position >> 1, level + 1)
      added.append((LogNode(level: level, position: position), newest))
    }
    return added
  }

  /// What proves that the entry is in this tree: siblings from the leaf to the root (2.1.1). nil for an entry that is not.
  package func inclusionProof(of index: Int) throws -> [LogHash]? {
    guard (0..<size).contains(index) else { return nil }
    return try path(to: index, from: 0, count: size)
  }

  /// What proves that the tree of `old` entries is the beginning of this one (2.1.2). nil where it cannot be.
  package func consistencyProof(since old: Int) throws -> [LogHash]? {
    guard (0...size).contains(old) else { return nil }
    guard old > 0, old < size else { return [] }
    return try proof(since: old, from: 0, count: size, isWhole: true)
  }

  private func path(to index: Int, from start: Int, count: Int) throws -> [LogHash] {
    guard count > 1 else { return [] }
    let left = Self.leftPart(of: count)
    if index < left {
      return try path(to: index, from: start, count: left)
        + [subtree(from: start + left, count: count - left)]
    }
    return try path(to: index - left, from: start + left, count: count - left)
      + [subtree(from: start, count: left)]
  }

  /// SUBPROOF of 2.1.2.
  private func proof(
    since old: Int, from start: Int, count: Int, isWhole: Bool
  ) throws -> [LogHash] {
    if old == count { return isWhole ? [] : [try subtree(from: start, count: count)] }
    let left = Self.leftPart(of: count)
    if old <= left {
      return try proof(since: old, from: start, count: left, isWhole: isWhole)
        + [subtree(from: start + left, count: count - left)]
    }
    return try proof(since: old - left, from: start + left, count: count - left, isWhole: false)
      + [subtree(from: start, count: left)]
  }

  private func subtree(from start: Int, count: Int) throws -> LogHash {
    guard count & (count - 1) != 0 else {
      let level = count.trailingZeroBitCount
      return try hash(LogNode(level: level, position: start >> level))
    }
    let left = Self.leftPart(of: count)
    return LogHash(
      try subtree(from: start, count: left),
      try subtree(from: start + left, count: count - left))
  }

  /// The largest power of two below `count`, which is at least 2.
  private static func leftPart(of count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
