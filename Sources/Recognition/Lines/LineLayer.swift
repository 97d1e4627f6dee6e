/// One matrix of a line model: 8-bit weights times a scale for each output, and a bias.
struct LineLayer {
  let inputs: Int
  let outputs: Int
  let matrix: ByteMatrix
  /// By output, `matrix.columns` of them: what a sum is multiplied with and what is added then. Inputs are activations
  /// times 127 plus 128, so that they are unsigned; the bias takes the 128 out again.
  let scales: [Float]
  let biases: [Float]

  /// Of outputs that only fill up: below all others.
  private static let nothing: Float = -1e9

  /// - Parameter parts: Matrices with the same inputs, side by side: output by output the weights and last the bias, of
  ///   which 127 are one, and what they are multiplied with, by output.
  init?(_ parts: [(rows: [Int8], scales: [Double])], inputs: Int, outputs: Int) {
    guard inputs > 0, outputs > 0,
      parts.allSatisfy({ $0.rows.count == outputs * (inputs + 1) && $0.scales.count >= outputs })
    else { return nil }
    self.inputs = inputs
    self.outputs = parts.count * outputs
    var weights: [Int8] = []
    weights.reserveCapacity(parts.count * outputs * inputs)
    var (scales, biases): ([Float], [Float]) = ([], [])
    for part in parts {
      for output in 0..<outputs {
        let row = part.rows[output * (inputs + 1)..<(output + 1) * (inputs + 1)]
        weights += row.dropLast()
        let offset = row.dropLast().reduce(0) { $0 + 128 * Int($1) }
        let bias = Double(row.last ?? 0) - Double(offset) / 127
        scales.append(Float(part.scales[output] / 127))
        biases.append(Float(part.scales[output] * bias))
      }
    }
    matrix = ByteMatrix(rows: weights, outputs: self.outputs)
    let padding = matrix.columns - self.outputs
    self.scales = scales + repeatElement(0, count: padding)
    self.biases = biases + repeatElement(Self.nothing, count: padding)
  }
}
