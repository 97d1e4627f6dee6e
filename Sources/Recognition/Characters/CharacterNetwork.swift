import COpenBLAS

/// Computes a character model on one core. Not `Sendable`: its working memory belongs to one reader.
///
/// Activations lie pixel by pixel with their channels side by side, inside a border of zeros, so that the 3 × 3
/// neighbourhood of a pixel is three runs of memory and a convolution one matrix product.
final class CharacterNetwork {
  private let model: CharacterModel
  private var maps: [Float] = []
  private var patches: [Float] = []
  private var products: [Float] = []

  /// So many crops at a time keep the working memory in the cache.
  private static let batch = 8

  init(_ model: CharacterModel) {
    self.model = model
    // The library may be the threaded one; a reader process has one core.
    openblas_set_num_threads(1)
  }

  /// The logits of some crops, class by class, crop after crop, handed over in groups.
  ///
  /// - Parameter ink: Standardised crops of `side` × `side` values, one after the other.
  func logits(of ink: [Float], body: (_ first: Int, _ logits: UnsafeBufferPointer<Float>) -> Void) {
    let pixels = model.side * model.side
    let count = ink.count / pixels
    for first in stride(from: 0, to: count, by: Self.batch) {
      let crops = min(Self.batch, count - first)
      compute(ink[first * pixels..<(first + crops) * pixels], crops: crops)
      products.withUnsafeBufferPointer {
        body(first, UnsafeBufferPointer(rebasing: $0[..<(crops * model.classes.count)]))
      }
    }
  }

  private func compute(_ ink: ArraySlice<Float>, crops: Int) {
    var (side, channels) = (model.side, 1)
    ink.withUnsafeBufferPointer { source in
      fillMaps(from: source, crops: crops, side: side, channels: 1)
    }
    for (index, layer) in model.layers.enumerated() {
      switch layer.kind {
      case .convolution:
        let newSide = (side - 1) / layer.stride + 1
        gatherPatches(crops: crops, side: side, channels: channels, stride: layer.stride)
        multiply(patches, by: layer, count: crops * newSide * newSide)
        addBias(of: layer, count: crops * newSide * newSide, rectified: true)
        side = newSide
        if layer.pooling > 0 {
          pool(crops: crops, side: side, channels: layer.rows, by: layer.pooling)
          side /= layer.pooling
        }
        if index + 1 < model.layers.count, model.layers[index + 1].kind == .convolution {
          products.withUnsafeBufferPointer {
            fillMaps(from: $0, crops: crops, side: side, channels: layer.rows)
          }
        }
      case .dense:
        swap(&products, &maps)
        multiply(maps, by: layer, count: crops)
        addBias(of: layer, count: crops, rectified: false)
      }
      channels = layer.rows
    }
  }

  /// Copies activations into `maps`, with a border of zeros around each crop.
  private func fillMaps(
    from source: UnsafeBufferPointer<Float>, crops: Int, side: Int, channels: Int
  ) {
    let row = side * channels
    let paddedRow = (side + 2) * channels
    maps.removeAll(keepingCapacity: true)
    maps.append(contentsOf: repeatElement(0, count: crops * (side + 2) * paddedRow))
    maps.withUnsafeMutableBufferPointer { target in
      guard let target = target.baseAddress, let source = source.baseAddress else { return }
      for crop in 0..<crops {
        for y in 0..<side {
          let to = (crop * (side + 2) + y + 1) * paddedRow + channels
          (target + to).update(from: source + (crop * side + y) * row, count: row)
        }
      }
    }
  }

  /// Every 3 × 3 neighbourhood as one row.
  private func gatherPatches(crops: Int, side: Int, channels: Int, stride: Int) {
    let newSide = (side - 1) / stride + 1
    let paddedRow = (side + 2) * channels
    let run = 3 * channels
    grow(&patches, to: crops * newSide * newSide * 3 * run)
    patches.withUnsafeMutableBufferPointer { target in
      maps.withUnsafeBufferPointer { source in
        guard var target = target.baseAddress, let source = source.baseAddress else { return }
        for crop in 0..<crops {
          for y in 0..<newSide {
            for x in 0..<newSide {
              let from =
                source + (crop * (side + 2) + y * stride) * paddedRow + x * stride * channels
              for line in 0..<3 {
                target.update(from: from + line * paddedRow, count: run)
                target += run
              }
            }
          }
        }
      }
    }
  }

  /// `products` = inputs × transposed weights.
  private func multiply(_ inputs: [Float], by layer: CharacterModel.Layer, count: Int) {
    grow(&products, to: count * layer.rows)
    products.withUnsafeMutableBufferPointer { products in
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasTrans, Int32(count), Int32(layer.rows),
        Int32(layer.columns), 1, inputs, Int32(layer.columns), layer.weights,
        Int32(layer.columns), 0, products.baseAddress, Int32(layer.rows))
    }
  }

  private func addBias(of layer: CharacterModel.Layer, count: Int, rectified: Bool) {
    let rows = layer.rows
    products.withUnsafeMutableBufferPointer { products in
      layer.bias.withUnsafeBufferPointer { bias in
        for item in 0..<count {
          for row in 0..<rows {
            let value = products[item * rows + row] + bias[row]
            products[item * rows + row] = rectified ? max(0, value) : value
          }
        }
      }
    }
  }

  /// Keeps the largest of each square of activations, in place: what is written was read before.
  private func pool(crops: Int, side: Int, channels: Int, by step: Int) {
    let newSide = side / step
    products.withUnsafeMutableBufferPointer { values in
      var out = 0
      for crop in 0..<crops {
        for y in 0..<newSide {
          for x in 0..<newSide {
            let corner = ((crop * side + y * step) * side + x * step) * channels
            for channel in 0..<channels {
              var largest = values[corner + channel]
              for dy in 0..<step {
                for dx in 0..<step {
                  largest = max(largest, values[corner + (dy * side + dx) * channels + channel])
                }
              }
              values[out + channel] = largest
            }
            out += channels
          }
        }
      }
    }
  }

  private func grow(_ memory: inout [Float], to count: Int) {
    if memory.count < count { memory = [Float](repeating: 0, count: count) }
  }
}
