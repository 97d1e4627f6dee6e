import CVectorLoops

/// What a line network says at each step: the probability of every code.
struct LineProbabilities {
  let codes: Int
  let steps: Int
  private let values: [Float]

  private let columns: Int

  /// - Parameter logits: Code by code, filled up to `columns`, step by step.
  init(_ logits: [Float], codes: Int, columns: Int) {
    self.codes = codes
    self.columns = columns
    steps = columns > 0 ? logits.count / columns : 0
    let steps = steps
    var powers = [Float](repeating: 0, count: columns)
    var values = [Float](repeating: 0, count: logits.count)
    values.withUnsafeMutableBufferPointer { values in
      logits.withUnsafeBufferPointer { logits in
        guard let values = values.baseAddress, let logits = logits.baseAddress else { return }
        for step in 0..<steps {
          add_softmax(logits + step * columns, 1, 1, columns, &powers, values + step * columns)
        }
      }
    }
    self.values = values
  }

  subscript(step: Int, code: Int) -> Float { values[step * columns + code] }

  /// The likeliest codes at a step, likeliest first.
  func leaders(at step: Int, most: Int, atLeast floor: Float) -> [(code: Int, probability: Float)] {
    var leaders: [(code: Int, probability: Float)] = []
    var least = floor
    values.withUnsafeBufferPointer { values in
      for code in 0..<codes where values[step * columns + code] > least {
        let probability = values[step * columns + code]
        let place = leaders.firstIndex { $0.probability < probability } ?? leaders.count
        leaders.insert((code, probability), at: place)
        if leaders.count > most { leaders.removeLast() }
        if leaders.count == most { least = leaders[most - 1].probability }
      }
    }
    return leaders
  }
}
