/// One node of a Tesseract network as its file has it: a layer with weights, or what holds others.
struct LineModelNode {
  let kind: String
  let inner: [LineModelNode]
  let layer: LineLayer?
  let numbers: [Int]

  private static let rates: Int = 64
  private static let deepest = 4

  init?(_ bytes: inout LineModelBytes, depth: Int = 0) {
    // Type, training state, whether it learns, flags, inputs, outputs, number of weights, name.
    guard depth <= Self.deepest, bytes.byte() == 0, let kind = bytes.text(), bytes.take(2) != nil,
      let flags = bytes.number(), let inputs = bytes.number(), let outputs = bytes.number(),
      bytes.number(upTo: 1 << 26) != nil, bytes.text() != nil
    else { return nil }
    var inner: [LineModelNode] = []
    var numbers: [Int] = []
    var layer: LineLayer?
    switch kind {
    case "Input", "Convolve", "Maxpool":
      for _ in 0..<(kind == "Input" ? 5 : 2) {
        guard let number = bytes.number() else { return nil }
        numbers.append(number)
      }
    case "Series", "RTLReversed", "XYTranspose":
      guard let count = bytes.number(upTo: 16) else { return nil }
      for _ in 0..<count {
        guard let node = LineModelNode(&bytes, depth: depth + 1) else { return nil }
        inner.append(node)
      }
      if flags & Self.rates != 0 {
        guard let count = bytes.number(upTo: 64), bytes.take(4 * count) != nil else { return nil }
      }
    case "LSTM", "SummLSTM":
      guard let width = bytes.number(upTo: 1 << 14), width > outputs else { return nil }
      var gates: [(rows: [Int8], scales: [Double])] = []
      for _ in 0..<4 {
        guard let gate = Self.weights(&bytes, outputs: outputs, inputs: width) else { return nil }
        gates.append(gate)
      }
      layer = LineLayer(gates, inputs: width, outputs: outputs)
    case "Tanh", "Softmax":
      guard let weights = Self.weights(&bytes, outputs: outputs, inputs: inputs) else { return nil }
      layer = LineLayer([weights], inputs: inputs, outputs: outputs)
    default: return nil
    }
    (self.kind, self.inner, self.layer, self.numbers) = (kind, inner, layer, numbers)
  }

  /// 8-bit weights and their scales; models with other weights are not computed.
  private static func weights(
    _ bytes: inout LineModelBytes, outputs: Int, inputs: Int
  ) -> (rows: [Int8], scales: [Double])? {
    let (isInteger, isDouble): (UInt8, UInt8) = (1, 128)
    guard let mode = bytes.byte(), mode & (isInteger | isDouble) == isInteger | isDouble,
      bytes.number() == outputs, bytes.number() == inputs + 1, bytes.byte() != nil,
      let rows = bytes.take(outputs * (inputs + 1)), let scales = bytes.doubles(),
      scales.count >= outputs
    else { return nil }
    return (rows.map { Int8(bitPattern: $0) }, scales)
  }
}
