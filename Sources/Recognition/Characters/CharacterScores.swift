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
  init(_ probabilities: [Float], asking: Int?, allowed: [Bool]?) {
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

extension [Float] {
  /// Adds the probabilities that logits stand for, each times a weight.
  mutating func addSoftmax(
    of logits: UnsafeBufferPointer<Float>, temperature: Float, weight: Float
  ) {
    var largest = -Float.infinity
    for value in logits { largest = Swift.max(largest, value) }
    let steepness = 1 / temperature
    withUnsafeMutableBufferPointer { sums in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: logits.count) { powers in
        var total: Float = 0
        for index in logits.indices {
          let power = fastExp((logits[index] - largest) * steepness)
          powers[index] = power
          total += power
        }
        let factor = weight / total
        for index in logits.indices { sums[index] += powers[index] * factor }
      }
    }
  }
}

/// e to a power of at most 0, within 1e-6: by 2^n times a polynomial (Cephes expf), without a call or a branch.
@inline(__always)
private func fastExp(_ power: Float) -> Float {
  let x = max(power, -80)
  let n = (x * 1.442_695_04).rounded(.toNearestOrEven)
  let r = x - n * 0.693_359_375 + n * 2.121_944_4e-4
  var p: Float = 1.987_569_15e-4
  p = p * r + 1.398_199_95e-3
  p = p * r + 8.333_451_9e-3
  p = p * r + 4.166_579_6e-2
  p = p * r + 1.666_666_55e-1
  p = p * r + 5.000_000_1e-1
  let value = p * r * r + r + 1
  return value * Float(bitPattern: UInt32(Int32(n) + 127) << 23)
}
