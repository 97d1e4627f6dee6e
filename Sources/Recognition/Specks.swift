extension GreyImage {
  /// Without what a dirty glass or a copier's toner leaves: islands of ink that are at most `size` pixels wide and high.
  /// Looked for in some rows only: a full stop on the baseline is as small.
  func withoutSpecks(ofSize size: Int, darkerThan level: UInt8, in rows: Range<Int>) -> GreyImage {
    guard size > 0, !isEmpty else { return self }
    var result = self
    var seen = [Bool](repeating: false, count: pixels.count)
    var island: [Int] = []
    for start in rows.lowerBound * width..<rows.upperBound * width
    where pixels[start] < level && !seen[start] {
      collectIsland(at: start, darkerThan: level, into: &island, seen: &seen)
      if isSpeck(island, ofSize: size) { result.paintOver(island) }
    }
    return result
  }

  private func collectIsland(
    at start: Int, darkerThan level: UInt8, into island: inout [Int], seen: inout [Bool]
  ) {
    island.removeAll(keepingCapacity: true)
    island.append(start)
    seen[start] = true
    var next = 0
    while next < island.count {
      let (x, y) = (island[next] % width, island[next] / width)
      next += 1
      for row in max(0, y - 1)...min(height - 1, y + 1) {
        for column in max(0, x - 1)...min(width - 1, x + 1) {
          let index = row * width + column
          if !seen[index], pixels[index] < level {
            seen[index] = true
            island.append(index)
          }
        }
      }
    }
  }

  private func isSpeck(_ island: [Int], ofSize size: Int) -> Bool {
    guard island.count <= size * size else { return false }
    let columns = island.map { $0 % width }
    let rows = island.map { $0 / width }
    return (columns.max() ?? 0) - (columns.min() ?? 0) < size
      && (rows.max() ?? 0) - (rows.min() ?? 0) < size
  }

  /// White with a soft rim: the pixels around an island are its shadow.
  private mutating func paintOver(_ island: [Int]) {
    for index in island {
      let (x, y) = (index % width, index / width)
      for row in max(0, y - 1)...min(height - 1, y + 1) {
        for column in max(0, x - 1)...min(width - 1, x + 1) { pixels[row * width + column] = 250 }
      }
    }
  }
}
