/// A Tesseract network for lines of print with its weights in 8 bits: a convolution with pooling, an LSTM over each
/// column of pixels, one forwards, one backwards, one forwards again, and a softmax over codes.
///
/// All models of Tesseract's `tessdata_fast` are built so, and ours (Models/training/numbers). Formats: `Network::Serialize`
/// and its overrides in Tesseract's `lstm/`, `WeightMatrix::Serialize`.
struct LineModel {
  /// Rows of the picture that it sees.
  let height: Int
  /// 3 × 3 pixels, column by column.
  let convolution: LineLayer
  /// The gates of each LSTM side by side: cell input, input gate, forget gate, output gate.
  let upwards: LineLayer
  let forwards: LineLayer
  let backwards: LineLayer
  let last: LineLayer
  let top: LineLayer
  /// The code that is no character.
  let null: Int

  /// Activations between convolution and pooling are grouped by so many pixels in both directions.
  static let pooling = 3
  static let channels = 16

  /// Nil where the bytes are no model that this program can compute with.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = LineModelBytes(bytes)
    guard let network = LineModelNode(&rest), rest.text() != nil, rest.number(upTo: .max) != nil,
      rest.number(upTo: .max) != nil, rest.number(upTo: .max) != nil, let null = rest.number(),
      network.kind == "Series", network.inner.map(\.kind) == Self.kinds,
      let height = network.inner[0].numbers.dropFirst().first, (12...128).contains(height),
      height % Self.pooling == 0,
      let convolution = network.inner[1].inner.last?.layer, convolution.inputs == 9,
      convolution.outputs == Self.channels, network.inner[2].numbers == [3, 3],
      let upwards = network.inner[3].inner.first?.layer, let forwards = network.inner[4].layer,
      let backwards = network.inner[5].inner.first?.layer, let last = network.inner[6].layer,
      let top = network.inner[7].layer, null < top.outputs
    else { return nil }
    var width = Self.channels
    for layer in [upwards, forwards, backwards, last] {
      guard layer.inputs == width + layer.outputs / 4, layer.outputs % 64 == 0 else { return nil }
      width = layer.outputs / 4
    }
    guard top.inputs == width else { return nil }
    (self.height, self.convolution, self.upwards) = (height, convolution, upwards)
    (self.forwards, self.backwards, self.last) = (forwards, backwards, last)
    (self.top, self.null) = (top, null)
  }

  private static let kinds = [
    "Input", "Series", "Maxpool", "XYTranspose", "LSTM", "RTLReversed", "LSTM", "Softmax",
  ]
}
