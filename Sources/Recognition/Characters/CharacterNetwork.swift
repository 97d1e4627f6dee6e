import CVectorLoops

/// Computes a character model on one core. Not `Sendable`: its working memory belongs to one reader.
///
/// Weights have 8 bits, and so have the activations between layers: those of one crop share a scale, which the largest of
/// them sets. They lie pixel by pixel with their channels side by side, inside a border of zeros, so that the 3 × 3
/// neighbourhood of a pixel is three runs of memory.
final class CharacterNetwork {
  private let model: CharacterModel
  private let layers: [CharacterLayer]
  private var embeddings: [UInt8] = []
  private var factors: [Float] = []

  /// So many crops at a time share what is read of the last layer's weights.
  private static let batch = 12

  init?(_ model: CharacterModel) {
    self.model = model
    var channels = 1
    var layers: [CharacterLayer] = []
    for layer in model.layers {
      guard let layer = CharacterLayer(layer, isFirst: layers.isEmpty) else { return nil }
      layers.append(layer)
      channels = layer.outputs
    }
    guard channels == model.classes.count, layers.count > 1 else { return nil }
    self.layers = layers
  }

  /// Logits of one crop, filled up with what is below all others.
  var columns: Int { layers.last?.matrix.columns ?? 0 }

  /// The logits of some crops, `columns` for each, crop after crop, handed over one by one.
  ///
  /// - Parameter ink: Standardised crops of `side` × `side` values, one after the other.
  func logits(of ink: [Float], body: (_ crop: Int, _ logits: UnsafePointer<Float>) -> Void) {
    let pixels = model.side * model.side
    let count = ink.count / pixels
    guard let top = layers.last else { return }
    var sums = [Int32](repeating: 0, count: Self.batch * top.matrix.columns)
    var values = [Float](repeating: 0, count: top.matrix.columns)
    for first in stride(from: 0, to: count, by: Self.batch) {
      let crops = min(Self.batch, count - first)
      embeddings.removeAll(keepingCapacity: true)
      factors.removeAll(keepingCapacity: true)
      for crop in first..<first + crops { embed(ink[crop * pixels..<(crop + 1) * pixels]) }
      top.matrix.multiply(embeddings, count: crops, rowStride: top.inputs, into: &sums)
      for crop in 0..<crops {
        sums.withUnsafeBufferPointer { sums in
          guard let sums = sums.baseAddress else { return }
          let own = sums + crop * top.matrix.columns
          top.values(own, rows: 1, factor: factors[crop], isSigned: true, into: &values)
        }
        body(first + crop, values)
      }
    }
  }

  /// Everything but the last layer, for one crop: appends its embedding as bytes and what one of them stands for.
  private func embed(_ ink: ArraySlice<Float>) {
    var map = CharacterMap(ink: ink, side: model.side)
    for layer in layers.dropLast() {
      map = layer.kind == .convolution ? layer.convolved(map) : layer.embedded(map)
    }
    embeddings += map.bytes
    factors.append(map.unit)
  }
}
