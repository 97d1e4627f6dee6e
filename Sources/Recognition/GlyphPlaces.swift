import Cases

/// Where each character of a line begins and ends. The engine knows only at which step it was sure of one, and is off by
/// a character where a label and its value stand on one line.
///
/// Cuts lie in gaps and valleys of the ink. Of all ways to cut a line into as many parts as it has characters, the one is
/// taken whose parts are as wide as such characters are, lie about where the engine saw them, and part the least ink.
struct GlyphPlaces {
  /// Ink per column of the line's picture.
  private let ink: [Int]
  /// Ink of this height is what the picture was made for, in pixels.
  private let height: Double
  /// Columns where one character may end and the next begin, the ends of all ink included.
  private let cuts: [Int]

  /// No character is wider, in ink heights, blank beside it included.
  private static let widest = 2.2

  init(ink: [Int], height: Double) {
    self.ink = ink
    self.height = height
    cuts = Self.cuts(in: ink)
  }

  /// For every glyph its first and past-last column of ink; nil where the line cannot be cut into so many.
  func columns(of glyphs: [Glyph]) -> [Range<Int>]? {
    guard !glyphs.isEmpty, cuts.count > glyphs.count else { return nil }
    var costs = [Double](repeating: .infinity, count: cuts.count)
    costs[0] = 0
    var origins: [[Int]] = []
    for glyph in glyphs {
      var next = [Double](repeating: .infinity, count: cuts.count)
      var origin = [Int](repeating: -1, count: cuts.count)
      for from in cuts.indices.dropLast() where costs[from].isFinite {
        for to in cuts.indices.dropFirst(from + 1) {
          if Double(cuts[to] - cuts[from]) > Self.widest * height, to > from + 1 { break }
          let cost = costs[from] + self.cost(of: glyph, from: cuts[from], to: cuts[to])
          if cost < next[to] { (next[to], origin[to]) = (cost, from) }
        }
      }
      costs = next
      origins.append(origin)
    }
    guard var end = cuts.indices.last, costs[end].isFinite else { return nil }
    var ranges: [Range<Int>] = []
    for origin in origins.reversed() {
      let begin = origin[end]
      guard begin >= 0 else { return nil }
      ranges.append(inked(cuts[begin]..<cuts[end]))
      end = begin
    }
    return ranges.reversed()
  }

  private func cost(of glyph: Glyph, from: Int, to: Int) -> Double {
    let part = inked(from..<to)
    // A space is no ink, everything else is some.
    let isSpace = glyph.text == " "
    guard ink[part].contains(where: { $0 > 0 }) else { return isSpace ? 0 : 6 }
    if isSpace { return 8 }
    let width = (Double(part.count) / height - glyph.usualWidth) / 0.3
    let middle = Double(part.lowerBound + part.upperBound) / 2
    let distance = min(3, abs(middle - glyph.box.middle.x) / height)
    let parted = to < ink.count ? Double(ink[to]) / height : 0
    return min(9, width * width) + 0.4 * distance + 3 * parted
  }

  private func inked(_ columns: Range<Int>) -> Range<Int> {
    let first = ink[columns].firstIndex { $0 > 0 } ?? columns.lowerBound
    let last = ink[columns].lastIndex { $0 > 0 } ?? max(first, columns.upperBound - 1)
    return first..<last + 1
  }

  /// The middle of every gap, and every column with less ink than those around it.
  private static func cuts(in ink: [Int]) -> [Int] {
    guard let first = ink.firstIndex(where: { $0 > 0 }), let last = ink.lastIndex(where: { $0 > 0 })
    else { return [] }
    var cuts = [first]
    var column = first + 1
    while column < last {
      if ink[column] == 0 {
        var end = column
        while end < last, ink[end] == 0 { end += 1 }
        cuts.append((column + end) / 2)
        column = end
      } else if ink[column] <= ink[column - 1], ink[column] < ink[column + 1] {
        cuts.append(column)
        column += 1
      } else {
        column += 1
      }
    }
    return cuts + [last + 1]
  }
}

extension Glyph {
  /// In ink heights of a line with Han characters.
  fileprivate var usualWidth: Double {
    guard let scalar = text.unicodeScalars.first else { return 0.5 }
    if "，。、；：·.,;:'’‘-—|丨1lIi".unicodeScalars.contains(scalar) { return 0.2 }
    return scalar.value < 0x2E80 ? 0.55 : 0.9
  }
}
