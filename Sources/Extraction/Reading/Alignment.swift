/// The cheapest way to turn one row of characters into another: which of the one stands beside which of the other.
enum Alignment {
  /// Indices of characters that stand in the same place; nil on the side that has none there.
  typealias Pair = (one: Int?, other: Int?)

  /// Levenshtein's distance, walked back. Two equal characters cost nothing, a difference one, a gap a little more than
  /// half of two: differences are told as differences.
  static func pairs<Element>(
    _ one: [Element], _ other: [Element], equal: (Element, Element) -> Bool
  ) -> [Pair] {
    let columns = other.count + 1
    var costs = [Double](repeating: 0, count: (one.count + 1) * columns)
    for row in 0...one.count {
      for column in 0...other.count where row + column > 0 {
        var best = Double.infinity
        if row > 0 { best = costs[(row - 1) * columns + column] + gap }
        if column > 0 { best = min(best, costs[row * columns + column - 1] + gap) }
        if row > 0, column > 0 {
          let step = equal(one[row - 1], other[column - 1]) ? 0 : 1.0
          best = min(best, costs[(row - 1) * columns + column - 1] + step)
        }
        costs[row * columns + column] = best
      }
    }
    var pairs: [Pair] = []
    var (row, column) = (one.count, other.count)
    while row + column > 0 {
      let cost = costs[row * columns + column]
      if row > 0, column > 0 {
        let step = equal(one[row - 1], other[column - 1]) ? 0 : 1.0
        if cost == costs[(row - 1) * columns + column - 1] + step {
          (row, column) = (row - 1, column - 1)
          pairs.append((row, column))
          continue
        }
      }
      if row > 0, cost == costs[(row - 1) * columns + column] + gap {
        row -= 1
        pairs.append((row, nil))
      } else {
        column -= 1
        pairs.append((nil, column))
      }
    }
    return pairs.reversed()
  }

  private static let gap = 0.75
}
