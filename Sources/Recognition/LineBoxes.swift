import Cases

extension [Box] {
  /// Each box made longer, but not over another one: small print under a label is no part of the line beside it.
  func grown(_ longer: (Box) -> Box) -> [Box] {
    map { box in
      let row = filter { $0.top < box.bottom && $0.bottom > box.top && $0 != box }
      var grown = longer(box)
      let before = row.map(\.right).filter { $0 <= box.left }.max()
      let after = row.map(\.left).filter { $0 >= box.right }.min()
      if let before { grown.left = Swift.max(grown.left, before) }
      if let after { grown.right = Swift.min(grown.right, after) }
      return grown
    }
  }

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
  /// Whether another box stands at the same height and somewhere else.
  func isBeside(_ other: Box) -> Bool {
    self != other
      && min(bottom, other.bottom) - max(top, other.top) > 0.5 * min(height, other.height)
  }

  /// Whether `next` stands in the same row, is printed in the same size and begins before or at most 1.35 characters after its end.
  fileprivate func continues(in next: Box) -> Bool {
    let common = min(bottom, next.bottom) - max(top, next.top)
    let (low, high) = (Swift.min(height, next.height), Swift.max(height, next.height))
    return common > 0.6 * low && high < 1.6 * low && next.left - right < 1.35 * high
      && (next.left - right < 0.35 * high || isLevel(with: next, within: 0.16 * high))
  }

  /// Whether the two have a line in common on which they stand or hang: a value is filled in a little lower than its label.
  private func isLevel(with next: Box, within slack: Double) -> Bool {
    abs(top - next.top) < slack || abs(bottom - next.bottom) < slack
  }
}
