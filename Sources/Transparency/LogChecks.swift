/// What anybody computes who does not believe the log. Written after RFC 9162, 2.1.3.2 and 2.1.4.2, and not after the way
/// in which `LogTree` makes proofs: a mistake in one is not a mistake in the other.
package enum LogChecks {
  /// Whether the leaf is entry `index` of the tree with this size and root.
  package static func isIncluded(
    _ leaf: LogHash, at index: Int, in head: LogHead, by proof: [LogHash]
  ) -> Bool {
    guard (0..<head.size).contains(index) else { return false }
    var (position, last) = (index, head.size - 1)
    var hash = leaf
    for sibling in proof {
      guard last > 0 else { return false }
      if position & 1 == 1 || position == last {
        hash = LogHash(sibling, hash)
        while position & 1 == 0, position != 0 { (position, last) = (position >> 1, last >> 1) }
      } else {
        hash = LogHash(hash, sibling)
      }
      (position, last) = (position >> 1, last >> 1)
    }
    return last == 0 && hash == head.root
  }

  /// Whether `new` is `old` with entries appended and nothing else.
  package static func isConsistent(_ old: LogHead, _ new: LogHead, by proof: [LogHash]) -> Bool {
    guard old.size > 0 else { return old.root == .empty && proof.isEmpty }
    if old.size == new.size { return old.root == new.root && proof.isEmpty }
    guard old.size < new.size, !proof.isEmpty else { return false }
    // A tree that is one complete subtree is its own first sibling.
    let path = old.size & (old.size - 1) == 0 ? [old.root] + proof : proof
    var (position, last) = (old.size - 1, new.size - 1)
    while position & 1 == 1 { (position, last) = (position >> 1, last >> 1) }
    var (oldRoot, newRoot) = (path[0], path[0])
    for sibling in path.dropFirst() {
      guard last > 0 else { return false }
      if position & 1 == 1 || position == last {
        (oldRoot, newRoot) = (LogHash(sibling, oldRoot), LogHash(sibling, newRoot))
        while position & 1 == 0, position != 0 { (position, last) = (position >> 1, last >> 1) }
      } else {
        newRoot = LogHash(newRoot, sibling)
      }
      (position, last) = (position >> 1, last >> 1)
    }
    return last == 0 && oldRoot == old.root && newRoot == new.root
  }
}

/// Size and root of a tree: what a checkpoint promises.
package struct LogHead: Sendable, Equatable {
  package var size: Int
  package var root: LogHash

  package init(size: Int, root: LogHash) {
    self.size = size
    self.root = root
  }
}
