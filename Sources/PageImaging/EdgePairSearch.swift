import Foundation

/// Looks for two opposite edges of a card, a known distance apart, with all of its print between them.
struct EdgePairSearch {
  /// Two edges in pixels.
  struct Pair {
    var from, to: Double
    var score: Double
    var clearSides: Int
  }

  /// Clearness that an edge needs before it tells where a card lies.
  static let leastClearness = 3.5
  /// Part of a card's side that its print takes at least.
  static let leastPrint = 0.6
  /// Millimetres between print and edge.
  static let leastMargin = 0.7
  private let changes: [Double]
  private let content: Range<Double>
  private let pixelsPerMillimetre: Double
  private let noise: Double

  init(changes: [Double], content: Range<Double>, pixelsPerMillimetre: Double) {
    self.changes = changes.map(abs)
    self.content = content
    self.pixelsPerMillimetre = pixelsPerMillimetre
    let outside = self.changes.indices.filter {
      !content.contains(Double($0)) && $0 >= 4 && $0 < changes.count - 4
    }
    let usual = outside.map { abs(changes[$0]) }.sorted()
    noise = max(usual.isEmpty ? 1 : usual[usual.count / 2] * 1.5, 0.1)
  }

  /// The best pair that far apart in millimetres, give or take one part in eighty; centred on the print where no
  /// edge shows, nil where the print is too large or too small for such a card.
  func pair(apart millimetres: Double) -> Pair? {
    let size = millimetres * pixelsPerMillimetre
    let print = content.upperBound - content.lowerBound
    let margin = pixelsPerMillimetre * Self.leastMargin
    guard print + 2 * margin < size, print > size * Self.leastPrint else { return nil }
    let tolerance = Int((size / 80).rounded(.up))
    let middle = (content.lowerBound + content.upperBound) / 2
    var best = Pair(from: middle - size / 2, to: middle + size / 2, score: 0, clearSides: 0)
    let latest = Int(content.lowerBound - margin)
    let earliest = Int(content.upperBound + margin - size)
    for from in max(0, earliest)..<max(0, earliest, latest + 1) {
      for to in from + Int(size) - tolerance...from + Int(size) + tolerance {
        guard changes.indices.contains(to), Double(to) > content.upperBound + margin else {
          continue
        }
        let (first, second) = (clearness(from), clearness(to))
        // By their logarithms, so that one strong line does not stand in for two edges.
        let score = log(1 + first) + log(1 + second)
        if score > best.score {
          let clear = [first, second].count { $0 >= Self.leastClearness }
          best = Pair(from: Double(from), to: Double(to), score: score, clearSides: clear)
        }
      }
    }
    return best
  }

  private func clearness(_ place: Int) -> Double {
    changes[place] / noise
  }
}
