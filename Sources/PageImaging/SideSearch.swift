import Cases

/// Looks for the straight side of a document near the place where it was guessed, by adding up the change of
/// brightness along every line that the window allows: a faint edge adds up, texture cancels itself out.
struct SideSearch {
  /// A line that crosses the strip from its first row to its last.
  struct Side {
    /// Place in the first and in the last row, in pixels from the left; between two pixels lies a whole number.
    var first, last: Double
    /// Mean change across the line, in grey levels.
    var step: Double
    /// How far that stands out from what a line in the strip usually gives.
    var clearness: Double
  }

  private let width: Int
  private let segments: Int
  /// `segments` rows of `width`: mean change from left to right at each place.
  private let changes: [Double]

  /// Takes a grey strip in which the side runs from top to bottom.
  init(_ strip: PageImage, segments wanted: Int = 24) {
    width = strip.width
    segments = max(2, min(wanted, strip.height))
    changes = (0..<segments).flatMap { [segments] segment in
      let rows = segment * strip.height / segments..<(segment + 1) * strip.height / segments
      return BrightnessChange.acrossColumns(of: strip, rows: rows)
    }
  }

  /// The line with the strongest change among those that lean by at most `lean` pixels.
  func strongest(lean: Int) -> Side? {
    guard width > 8 else { return nil }
    let places = BrightnessChange.reach..<width - BrightnessChange.reach
    var best = (first: 0, last: 0, sum: 0.0)
    var straight: [Double] = []
    for first in places {
      for last in max(places.lowerBound, first - lean)...min(places.upperBound - 1, first + lean) {
        let sum = total(from: first, to: last)
        if first == last { straight.append(abs(sum)) }
        if abs(sum) > abs(best.sum) { best = (first, last, sum) }
      }
    }
    let usual = straight.sorted()[straight.count / 2] / Double(segments)
    let step = best.sum / Double(segments)
    return Side(
      first: Double(best.first), last: Double(best.last), step: step,
      clearness: abs(step) / max(usual, 0.1))
  }

  private func total(from first: Int, to last: Int) -> Double {
    let lean = Double(last - first) / Double(segments - 1)
    var sum = 0.0
    for segment in 0..<segments {
      let column = Int(Double(first) + lean * Double(segment) + 0.5)
      sum += changes[segment * width + column]
    }
    return sum
  }
}
