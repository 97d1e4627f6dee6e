/// A glyph as a Type 2 charstring without hints and subroutines, in as few bytes as there can be (Adobe Technical Note 5177).
struct CharString {
  /// The advance width that glyphs have which say nothing of it.
  static let usualWidth = GlyphOutline.unitsPerEm
  /// What widths that are told are told against: about that of small letters.
  static let nominalWidth = 125

  private(set) var bytes: [UInt8] = []

  init(_ outline: GlyphOutline, width: Int) {
    if width != Self.usualWidth { append(width - Self.nominalWidth) }
    var pen = GlyphOutline.Vector(x: 0, y: 0)
    for contour in outline.contours {
      move(by: contour.start - pen)
      pen = contour.segments.reduce(contour.start) { $0 + $1.whole }
      draw(contour.segments)
    }
    bytes.append(14)  // endchar
  }

  private mutating func move(by step: GlyphOutline.Vector) {
    switch (step.x, step.y) {
    case (_, 0):
      append(step.x)
      bytes.append(22)  // hmoveto
    case (0, _):
      append(step.y)
      bytes.append(4)  // vmoveto
    default:
      append(step.x)
      append(step.y)
      bytes.append(21)  // rmoveto
    }
  }

  /// Finds the cheapest way to divide the segments among operators: for each place the cheapest way to get there.
  private mutating func draw(_ segments: [GlyphOutline.Segment]) {
    var best = Array(
      repeating: (cost: Int.max, from: 0, by: PathOperator.rlineto), count: segments.count + 1)
    best[0].cost = 0
    for start in segments.indices {
      for path in PathOperator.allCases {
        var (cost, count, end) = (best[start].cost + 1, 0, start)
        while end < segments.count, let part = path.part(segments[end], number: end - start) {
          count += part.count
          if count > PathOperator.mostArguments { break }
          cost += part.bytes
          end += 1
          if part.mayBeLast, cost < best[end].cost { best[end] = (cost, start, path) }
          if !part.goesOn { break }
        }
      }
    }
    var runs: [(Range<Int>, PathOperator)] = []
    var end = segments.count
    while end > 0 {
      runs.append((best[end].from..<end, best[end].by))
      end = best[end].from
    }
    for (run, path) in runs.reversed() {
      for index in run {
        path.part(segments[index], number: index - run.lowerBound)?.forEach { append($0) }
      }
      bytes.append(path.rawValue)
    }
  }

  /// Bytes that a number takes (3.2).
  static func bytes(of number: Int) -> Int {
    (-107...107).contains(number) ? 1 : (-1131...1131).contains(number) ? 2 : 3
  }

  private mutating func append(_ number: Int) {
    switch number {
    case -107...107: bytes.append(UInt8(number + 139))
    case 108...1131: append(pair: 247, number - 108)
    case -1131 ... -108: append(pair: 251, -number - 108)
    default:
      let number = Int16(clamping: number)
      bytes += [28, UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }
  }

  private mutating func append(pair first: Int, _ rest: Int) {
    bytes += [UInt8(first + rest >> 8), UInt8(rest & 255)]
  }
}
