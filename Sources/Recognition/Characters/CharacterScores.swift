/// What the network says of one character, by one look or the mean of several; probabilities after temperature.
struct CharacterScores {
  struct Candidate {
    let number: Int
    let probability: Float
  }

  /// The best five characters, best first; rejection is not one of them.
  let best: [Candidate]
  /// That the crop shows no whole character, or none of the classes.
  let rejection: Float
  /// Of the class that was asked about; 0 where none was.
  let asked: Float

  static let kept = 5
}

extension CharacterScores {
  /// - Parameters:
  ///   - probabilities: Of all classes.
  ///   - allowed: Which classes may be named; nil for all.
  init(_ probabilities: ArraySlice<Float>, asking: Int?, allowed: [Bool]?) {
    var leaders: [Candidate] = []
    var least: Float = -1
    probabilities.withUnsafeBufferPointer { probabilities in
      for number in 1..<max(1, probabilities.count) where probabilities[number] > least {
        if let allowed, !allowed[number] { continue }
        let new = Candidate(number: number, probability: probabilities[number])
        let place = leaders.firstIndex { $0.probability < new.probability } ?? leaders.count
        leaders.insert(new, at: place)
        if leaders.count > Self.kept { leaders.removeLast() }
        if leaders.count == Self.kept { least = leaders[Self.kept - 1].probability }
      }
    }
    best = leaders
    rejection = probabilities.first ?? 1
    asked = asking.map { probabilities[$0] } ?? 0
  }
}
