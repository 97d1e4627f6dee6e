import Foundation

/// The best way to cut a strip, and how much better it is than the best with more or fewer characters.
struct CharacterPath {
  /// Indices into the spans, from left to right.
  let spans: [Int]
  /// Difference of scores; large where only one number of characters is possible.
  let margin: Double

  /// A difference that says: certain.
  static let certain = 9.0
  /// Longer lines are cut by another reader.
  private static let most = 120

  /// - Parameter scores: Of every span how well it is one character: a logarithm of a probability times its width.
  init?(cuts: Int, spans: [CharacterSpan], scores: [Double]) {
    let counts = min(cuts - 1, Self.most)
    guard counts > 0 else { return nil }
    let unreached = -Double.infinity
    // By cut and number of characters before it.
    var best = [Double](repeating: unreached, count: cuts * (counts + 1))
    var last = [Int](repeating: -1, count: best.count)
    best[0] = 0
    // Spans come sorted by where they begin, so what leads to a cut is known before what leads on from it.
    for (index, span) in spans.enumerated() {
      for count in 0..<counts where best[span.from * (counts + 1) + count] > unreached {
        let score = best[span.from * (counts + 1) + count] + scores[index]
        let place = span.to * (counts + 1) + count + 1
        if score > best[place] { (best[place], last[place]) = (score, index) }
      }
    }
    let ends = (1...counts).map { best[(cuts - 1) * (counts + 1) + $0] }
    guard let score = ends.max(), score > unreached,
      let winner = ends.firstIndex(of: score).map({ $0 + 1 })
    else { return nil }
    let second = ends.enumerated().filter { $0.offset + 1 != winner }.map(\.element).max()
    margin = min(Self.certain, score - max(second ?? unreached, score - Self.certain))
    var path: [Int] = []
    var (cut, count) = (cuts - 1, winner)
    while count > 0 {
      let index = last[cut * (counts + 1) + count]
      guard index >= 0 else { return nil }
      path.append(index)
      (cut, count) = (spans[index].from, count - 1)
    }
    self.spans = path.reversed()
  }
}
