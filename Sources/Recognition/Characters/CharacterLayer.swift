import CVectorLoops

/// One layer of the character model, ready to be computed.
struct CharacterLayer {
  let kind: CharacterModel.Layer.Kind
  let inputs: Int
  let outputs: Int
  let matrix: ByteMatrix
  private let stride: Int
  private let pooling: Int
  private let isFirst: Bool
  private let scales: [Float]
  private let biases: [Float]
  /// By output the sum of all weights times 128: what signed inputs add for their zero.
  private let offsets: [Float]

  /// Bytes of one 3 × 3 window of the picture itself, filled up.
  private static let window = 12
  private static let nothing: Float = -1e9

  /// Nil where its sizes do not suit the loops that compute it.
  init?(_ layer: CharacterModel.Layer, isFirst: Bool) {
    let isConvolution = layer.kind == .convolution
    let isPadded = layer.rows % 16 != 0
    guard !(isConvolution && isPadded),
      layer.pooling == 0 || layer.pooling == 2 && layer.stride == 1,
      isFirst ? isConvolution && layer.columns == 9 : layer.columns % (isConvolution ? 12 : 4) == 0
    else { return nil }
    (kind, inputs, outputs) = (layer.kind, layer.columns, layer.rows)
    (stride, pooling, self.isFirst) = (layer.stride, layer.pooling, isFirst)
    matrix = ByteMatrix(
      rows: layer.weights, outputs: layer.rows, runs: isConvolution && !isFirst ? 3 : 1)
    let padding = matrix.columns - layer.rows
    scales = layer.scales + repeatElement(0, count: padding)
    biases = layer.bias + repeatElement(Self.nothing, count: padding)
    offsets =
      (0..<layer.rows).map { row in
        Float(
          layer.weights[row * layer.columns..<(row + 1) * layer.columns]
            .reduce(0) { $0 + 128 * Int($1) })
      } + repeatElement(0, count: padding)
  }

  /// What sums of a crop's bytes stand for. Returns the largest magnitude.
  @discardableResult
  func values(
    _ sums: UnsafePointer<Int32>, rows: Int, factor: Float, isSigned: Bool,
    isRectified: Bool = false,
    into values: inout [Float]
  ) -> Float {
    guard isSigned else {
      return scaled_values(
        sums, scales, biases, factor, rows, matrix.columns, isRectified ? 1 : 0, &values)
    }
    let moved = biases.indices.map { biases[$0] - offsets[$0] * scales[$0] * factor }
    return scaled_values(
      sums, scales, moved, factor, rows, matrix.columns, isRectified ? 1 : 0, &values)
  }

  /// A 3 × 3 convolution, rectified, of which with pooling only the largest of each 2 × 2 outputs stay.
  func convolved(_ map: CharacterMap) -> CharacterMap {
    let side = (map.side - 1) / stride + 1
    let newSide = pooling > 0 ? side / pooling : side
    var sums = [Int32](repeating: 0, count: newSide * newSide * outputs)
    var lines = [Int32](repeating: 0, count: 2 * side * outputs)
    var windows = [UInt8](repeating: 128, count: isFirst ? side * Self.window : 0)
    map.bytes.withUnsafeBufferPointer { bytes in
      sums.withUnsafeMutableBufferPointer { sums in
        lines.withUnsafeMutableBufferPointer { lines in
          guard let bytes = bytes.baseAddress, let sums = sums.baseAddress,
            let lines = lines.baseAddress
          else { return }
          for y in 0..<newSide * max(1, pooling) {
            let line = pooling > 0 ? lines + y % 2 * side * outputs : sums + y * side * outputs
            multiply(map, bytes, line: y, side: side, windows: &windows, into: line)
            if pooling > 0, y % 2 == 1 {
              largest_of_four(
                lines, lines + side * outputs, newSide * 2, outputs,
                sums + y / 2 * newSide * outputs)
            }
          }
        }
      }
    }
    var values = [Float](repeating: 0, count: sums.count)
    let largest = self.values(
      sums, rows: newSide * newSide, factor: map.unit, isSigned: map.isSigned, isRectified: true,
      into: &values)
    return CharacterMap(values: values, largest: largest, side: newSide, channels: outputs)
  }

  /// The sums of one line of pixels.
  private func multiply(
    _ map: CharacterMap, _ bytes: UnsafePointer<UInt8>, line y: Int, side: Int,
    windows: inout [UInt8], into sums: UnsafeMutablePointer<Int32>
  ) {
    let row = (map.side + 2) * map.channels
    guard isFirst else {
      return matrix.multiply(
        bytes + y * stride * row, count: side, rowStride: stride * map.channels, runStride: row,
        into: sums)
    }
    for x in 0..<side {
      for line in 0..<3 {
        let from = bytes + (y * stride + line) * row + x * stride
        for column in 0..<3 { windows[x * Self.window + 3 * line + column] = from[column] }
      }
    }
    matrix.multiply(windows, count: side, rowStride: Self.window, into: sums)
  }

  /// A layer that sees all of the picture; the border is no part of it.
  func embedded(_ map: CharacterMap) -> CharacterMap {
    let row = map.side * map.channels
    let padded = (map.side + 2) * map.channels
    var inner: [UInt8] = []
    inner.reserveCapacity(map.side * row)
    for y in 1...map.side {
      let begin = y * padded + map.channels
      inner += map.bytes[begin..<begin + row]
    }
    var sums = [Int32](repeating: 0, count: matrix.columns)
    matrix.multiply(inner, count: 1, rowStride: inner.count, into: &sums)
    var values = [Float](repeating: 0, count: matrix.columns)
    let largest = self.values(
      sums, rows: 1, factor: map.unit, isSigned: map.isSigned, into: &values)
    return CharacterMap(embedding: values, largest: largest)
  }
}
