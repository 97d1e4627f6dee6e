import CVectorLoops

/// Computes one LSTM on several rows at a time that know nothing of each other (Hochreiter & Schmidhuber 1997, with forget
/// gates).
///
/// A row of inputs is what the layer before gives and then what this one gave a step earlier, as bytes.
final class RecurrentState {
  private let layer: LineLayer
  private let width: Int
  private var sums: [Int32] = []
  private var cells: [Float] = []

  init(_ layer: LineLayer) {
    self.layer = layer
    width = layer.outputs / 4
  }

  /// Inputs of a row that come from the layer before.
  var inputWidth: Int { layer.inputs - width }
  var rowWidth: Int { layer.inputs }
  var outputWidth: Int { width }

  func begin(rows: Int) {
    cells = [Float](repeating: 0, count: rows * width)
    if sums.count < rows * layer.matrix.columns {
      sums = [Int32](repeating: 0, count: rows * layer.matrix.columns)
    }
  }

  /// One step of `rows` rows of inputs; `outputs` takes a row of bytes each.
  func step(
    _ inputs: UnsafePointer<UInt8>, rows: Int, outputs: UnsafeMutablePointer<UInt8>,
    outputStride: Int
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      cells.withUnsafeMutableBufferPointer { cells in
        guard let sums = sums.baseAddress, let cells = cells.baseAddress else { return }
        layer.matrix.multiply(inputs, count: rows, rowStride: rowWidth, into: sums)
        for row in 0..<rows {
          lstm_step(
            sums + row * layer.matrix.columns, layer.scales, layer.biases, width,
            cells + row * width, outputs + row * outputStride)
        }
      }
    }
  }
}
