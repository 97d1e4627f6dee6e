import Cases

extension [Box] {
  /// Pieces of one printed line made whole. Sparse layout analysis parts a line at every wide mark (brackets,
  /// full-width punctuation) and loses flat characters such as 一 between two pieces.
  /// Not joined are two pieces of which `isParted` says that something printed stands between them.
  func joinedIntoLines(unless isParted: (Box, Box) -> Bool) -> [Box] {
    var lines: [Box] = []
    for piece in sorted(by: { $0.left < $1.left }) {
      if let index = lines.lastIndex(where: {
        $0.continues(in: piece) && !isParted($0, piece)
      }) {
        lines[index] = lines[index].union(piece)
      } else {
        lines.append(piece)
      }
    }
    return lines.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  }
}

extension Box {
  /// Whether `next` stands in the same row, is printed in the same size and begins before or at most 1.35 characters after its end.
  fileprivate func continues(in next: Box) -> Bool {
    let common = min(bottom, next.bottom) - max(top, next.top)
    let (low, high) = (Swift.min(height, next.height), Swift.max(height, next.height))
    return common > 0.6 * low && high < 1.6 * low && next.left - right < 1.35 * high
  }
}
