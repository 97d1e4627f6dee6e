import Foundation

extension LineProbabilities {
  /// All characters that some steps may write, best first, with what Tesseract rates them: the logarithms of the steps on
  /// the likeliest way, added up.
  func characters(in steps: Range<Int>, tree: CodeTree, null: Int) -> [(number: Int, rating: Float)]
  {
    /// Before the next code and after it, by node.
    struct Place: Hashable {
      let node: Int
      let isBlank: Bool
    }
    var former = [Place(node: 0, isBlank: true): Float(0)]
    for step in steps {
      var next: [Place: Float] = [:]
      func reach(_ node: Int, isBlank: Bool, _ score: Float) {
        let place = Place(node: node, isBlank: isBlank)
        next[place] = max(next[place] ?? -.infinity, score)
      }
      let blank = weighed(self[step, null])
      let leaders = leaders(at: step, most: 8, atLeast: 1e-3)
      for (place, score) in former {
        reach(place.node, isBlank: true, score + blank)
        if !place.isBlank {
          reach(place.node, isBlank: false, score + weighed(self[step, tree.codes[place.node]]))
        }
        // Nothing follows a whole character that is not the beginning of another.
        for leader in leaders where leader.code != null {
          if !place.isBlank, leader.code == tree.codes[place.node] { continue }
          if let child = tree.child(of: place.node, by: leader.code) {
            reach(child, isBlank: false, score + weighed(leader.probability))
          }
        }
      }
      let best = next.values.max() ?? 0
      former = next.filter { $0.value > best - 30 }
    }
    var ratings: [Int: Float] = [:]
    for (place, score) in former where place.node > 0 {
      guard let character = tree.characters[place.node] else { continue }
      ratings[character] = max(ratings[character] ?? -.infinity, score)
    }
    return ratings.map { (number: $0.key, rating: -$0.value) }
      .sorted { ($0.rating, $0.number) < ($1.rating, $1.number) }
  }

  private func weighed(_ probability: Float) -> Float {
    (log(max(probability, 1e-8)) + LinePath.offset) * LinePath.weight
  }
}
