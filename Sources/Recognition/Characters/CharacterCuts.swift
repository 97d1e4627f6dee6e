/// Every place where one character of a strip may end and the next begin.
struct CharacterCuts {
  /// Columns, from left to right; the first and the last lie outside of all ink.
  let columns: [Double]
  /// For each of them how much ink it parts: 0 between characters, up to 1 in the darkest of them.
  let costs: [Double]
  private let strip: CharacterStrip

  /// No character is wider than this many ink heights.
  private static let widest = 1.3
  /// More places are no line of print but a texture.
  private static let most = 500

  /// - Parameter others: Columns where another reader parted two characters.
  init?(_ strip: CharacterStrip, others: [Double] = []) {
    guard let first = strip.ink.firstIndex(where: { $0 > 0 }),
      let last = strip.ink.lastIndex(where: { $0 > 0 })
    else { return nil }
    let edge = 0.12 * strip.height
    let gaps = Self.gaps(in: strip, from: first, to: last)
    let nearest = 0.08 * strip.height
    var inner = gaps
    for column in Self.valleys(in: strip, from: first, to: last) + others
    where column > Double(first) && column < Double(last)
      && !inner.contains(where: { abs($0 - column) < nearest })
    {
      inner.append(column)
    }
    guard inner.count <= Self.most else { return nil }
    columns = [Double(first) - edge] + inner.sorted() + [Double(last + 1) + edge]
    let darkness = strip.darkness
    let darkest = max(1, darkness.max() ?? 1)
    costs = columns.map { column in
      let place = Int(min(max(0, column), Double(darkness.count - 1)))
      return strip.ink[place] > 0 ? darkness[place] / darkest : 0
    }
    self.strip = strip
  }

  /// Every stretch between two of the places that is not too wide for one character.
  var spans: [CharacterSpan] {
    var spans: [CharacterSpan] = []
    for from in columns.indices.dropLast() {
      for to in columns.indices.dropFirst(from + 1) {
        let (left, right) = (columns[from], columns[to])
        guard let ink = strip.inkColumns(between: left, and: right) else { continue }
        if Double(ink.count) > Self.widest * strip.height { break }
        spans.append(
          CharacterSpan(
            from: from, to: to, cell: CharacterCell(left: left, right: right, ink: ink),
            gap: Double(strip.widestGap(in: ink)) / strip.height))
      }
    }
    return spans
  }

  /// The middles of all blank stretches between ink.
  private static func gaps(in strip: CharacterStrip, from first: Int, to last: Int) -> [Double] {
    var gaps: [Double] = []
    var begin = first
    for column in first...last where strip.ink[column] > 0 {
      if column - begin > 0 { gaps.append(Double(begin + column) / 2) }
      begin = column + 1
    }
    return gaps
  }

  /// Columns with less ink than those around them and less than half of the most within half a character.
  private static func valleys(in strip: CharacterStrip, from first: Int, to last: Int) -> [Double] {
    let darkness = strip.darkness
    let near = max(1, Int(0.06 * strip.height))
    let reach = Int(0.5 * strip.height)
    return (first...last).filter { column in
      guard strip.ink[column] > 0 else { return false }
      let value = darkness[column]
      let around = max(first, column - near)...min(last, column + near)
      guard around.allSatisfy({ darkness[$0] >= value }) else { return false }
      let most = (max(first, column - reach)...min(last, column + reach)).map { darkness[$0] }.max()
      return value < 0.6 * (most ?? 0)
    }.map { Double($0) + 0.5 }
  }
}

/// A stretch between two cuts, which may be one character.
struct CharacterSpan {
  let from: Int
  let to: Int
  let cell: CharacterCell
  /// The widest stretch without ink inside of it, in ink heights.
  let gap: Double
}

extension CharacterStrip {
  fileprivate func widestGap(in columns: Range<Int>) -> Int {
    var (widest, blank) = (0, 0)
    for column in columns {
      blank = ink[column] > 0 ? 0 : blank + 1
      widest = max(widest, blank)
    }
    return widest
  }

  /// For each column how dark it is altogether, smoothed a little.
  fileprivate var darkness: [Double] {
    var sums = [Double](repeating: 0, count: grey.width)
    for y in rows {
      for x in 0..<grey.width { sums[x] += max(0, 240 - Double(grey.pixels[y * grey.width + x])) }
    }
    return sums.indices.map { x in
      (sums[max(0, x - 1)] + 2 * sums[x] + sums[min(sums.count - 1, x + 1)]) / 4
    }
  }
}
