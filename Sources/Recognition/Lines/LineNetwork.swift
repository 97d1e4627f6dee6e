import CVectorLoops

/// Computes a line model on one core. Not `Sendable`: its working memory belongs to one reader.
///
/// Sums are those that Tesseract computes, bit by bit; only tanh and the logistic function are nearer to the truth than
/// its tables.
final class LineNetwork {
  let model: LineModel
  private let upwards: RecurrentState
  private let forwards: RecurrentState
  private let backwards: RecurrentState
  private let last: RecurrentState

  init(_ model: LineModel) {
    self.model = model
    upwards = RecurrentState(model.upwards)
    forwards = RecurrentState(model.forwards)
    backwards = RecurrentState(model.backwards)
    last = RecurrentState(model.last)
  }

  /// For every third column of pictures as high as the model's input the probabilities of all codes; nil for what is no
  /// such picture. Several pictures share what is read of the weights.
  func probabilities(of lines: [GreyImage]) -> [LineProbabilities?] {
    var found = [LineProbabilities?](repeating: nil, count: lines.count)
    let wide = lines.indices.filter {
      lines[$0].height == model.height && lines[$0].width >= LineModel.pooling
    }.sorted { (lines[$1].width, $0) < (lines[$0].width, $1) }
    for first in stride(from: 0, to: wide.count, by: Self.batch) {
      let group = wide[first..<min(first + Self.batch, wide.count)]
      let seen = probabilities(together: group.map { lines[$0] })
      for (index, probabilities) in zip(group, seen) { found[index] = probabilities }
    }
    return found
  }

  /// Rows that the widest vectors multiply at a time.
  private static let batch = 6

  /// - Parameter lines: The widest first.
  private func probabilities(together lines: [GreyImage]) -> [LineProbabilities] {
    let steps = lines.map { $0.width / LineModel.pooling }
    var rows = zip(lines, steps).map { line, steps in
      var pillars = columnsSeen(of: line, steps: steps)
      return summed(&pillars, steps: steps)
    }
    rows = passed(rows, steps: steps, through: forwards, isReversed: false)
    rows = passed(rows, steps: steps, through: backwards, isReversed: true)
    rows = passed(rows, steps: steps, through: last, isReversed: false)
    return zip(rows, steps).map { row, steps in
      LineProbabilities(
        top(of: row, steps: steps), codes: model.top.outputs, columns: model.top.matrix.columns)
    }
  }

  /// The convolution's largest outputs: pixel row by pixel row, step by step, 16 channels and room for what the LSTM
  /// gave a row earlier.
  private func columnsSeen(of line: GreyImage, steps: Int) -> [UInt8] {
    let pooling = LineModel.pooling
    let channels = LineModel.channels
    let framed = FramedLine(line)
    let heights = model.height / pooling
    let row = upwards.rowWidth
    var pillars = [UInt8](repeating: 128, count: heights * steps * row)
    let windows = pooling * model.height
    var patches = [UInt8](repeating: 0, count: windows * 12)
    var sums = [Int32](repeating: 0, count: windows * channels)
    var largest = [Int32](repeating: 0, count: channels)
    for step in 0..<steps {
      framed.gather(columns: step * pooling..<(step + 1) * pooling, into: &patches)
      patches.withUnsafeBufferPointer { patches in
        sums.withUnsafeMutableBufferPointer { sums in
          guard let patches = patches.baseAddress, let sums = sums.baseAddress else { return }
          model.convolution.matrix.multiply(patches, count: windows, rowStride: 12, into: sums)
          pillars.withUnsafeMutableBufferPointer { pillars in
            for y in 0..<heights {
              for channel in 0..<channels {
                var most = Int32.min
                for dx in 0..<pooling {
                  let windows = sums + (dx * model.height + y * pooling) * channels + channel
                  for dy in 0..<pooling { most = max(most, windows[dy * channels]) }
                }
                largest[channel] = most
              }
              guard let place = pillars.baseAddress.map({ $0 + (y * steps + step) * row }) else {
                return
              }
              tanh_bytes(
                largest, model.convolution.scales, model.convolution.biases, channels, place)
            }
          }
        }
      }
    }
    return pillars
  }

  /// What an LSTM makes of every column of pixels from top to bottom: one row a step.
  private func summed(_ pillars: inout [UInt8], steps: Int) -> [UInt8] {
    let heights = model.height / LineModel.pooling
    let row = upwards.rowWidth
    let width = upwards.outputWidth
    var rows = [UInt8](repeating: 128, count: steps * width)
    upwards.begin(rows: steps)
    pillars.withUnsafeMutableBufferPointer { pillars in
      rows.withUnsafeMutableBufferPointer { rows in
        guard let pillars = pillars.baseAddress, let rows = rows.baseAddress else { return }
        for y in 0..<heights {
          let inputs = pillars + y * steps * row
          let isLast = y == heights - 1
          upwards.step(
            inputs, rows: steps,
            outputs: isLast ? rows : inputs + steps * row + upwards.inputWidth,
            outputStride: isLast ? width : row)
        }
      }
    }
    return rows
  }

  /// What an LSTM makes of whole lines, a step of all of them at a time: one row a step each. Where lines end, those
  /// after them have ended.
  private func passed(
    _ inputs: [[UInt8]], steps: [Int], through state: RecurrentState, isReversed: Bool
  ) -> [[UInt8]] {
    let (from, width, rowWidth) = (state.inputWidth, state.outputWidth, state.rowWidth)
    var outputs = steps.map { [UInt8](repeating: 128, count: $0 * width) }
    var rows = [UInt8](repeating: 128, count: inputs.count * rowWidth)
    var made = [UInt8](repeating: 128, count: inputs.count * width)
    state.begin(rows: inputs.count)
    for index in 0..<(steps.first ?? 0) {
      let count = steps.prefix { $0 > index }.count
      for line in 0..<count {
        let step = isReversed ? steps[line] - 1 - index : index
        rows.replace(at: line * rowWidth, from: inputs[line], at: step * from, count: from)
      }
      state.step(rows, rows: count, outputs: &made, outputStride: width)
      for line in 0..<count {
        let step = isReversed ? steps[line] - 1 - index : index
        outputs[line].replace(at: step * width, from: made, at: line * width, count: width)
        rows.replace(at: line * rowWidth + from, from: made, at: line * width, count: width)
      }
    }
    return outputs
  }

  private func top(of rows: [UInt8], steps: Int) -> [Float] {
    let layer = model.top
    let columns = layer.matrix.columns
    var sums = [Int32](repeating: 0, count: steps * columns)
    rows.withUnsafeBufferPointer { rows in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let rows = rows.baseAddress, let sums = sums.baseAddress else { return }
        layer.matrix.multiply(rows, count: steps, rowStride: layer.inputs, into: sums)
      }
    }
    var values = [Float](repeating: 0, count: steps * columns)
    _ = scaled_values(sums, layer.scales, layer.biases, 1, steps, columns, 0, &values)
    return values
  }
}

extension [UInt8] {
  /// Copies some elements of another array over those at a place.
  fileprivate mutating func replace(at place: Int, from other: [UInt8], at first: Int, count: Int) {
    guard place >= 0, first >= 0, place + count <= self.count, first + count <= other.count else {
      return
    }
    withUnsafeMutableBufferPointer { target in
      other.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        (target + place).update(from: source + first, count: count)
      }
    }
  }
}
