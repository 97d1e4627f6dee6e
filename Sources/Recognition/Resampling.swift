extension GreyImage {
  /// The same picture at another size, by cubic convolution (Keys 1981, a = -1/2) that averages when it shrinks.
  func scaled(by factor: Double) -> GreyImage {
    let newWidth = max(1, Int((Double(width) * factor).rounded()))
    let newHeight = max(1, Int((Double(height) * factor).rounded()))
    guard !isEmpty, newWidth != width || newHeight != height else { return self }
    let across = Taps.for(from: width, to: newWidth)
    let down = Taps.for(from: height, to: newHeight)

    var narrow = [Float](repeating: 0, count: newWidth * height)
    pixels.withUnsafeBufferPointer { source in
      for y in 0..<height {
        for x in 0..<newWidth {
          var sum: Float = 0
          let taps = across[x]
          for (offset, weight) in taps.weights.enumerated() {
            sum += weight * Float(source[y * width + taps.first + offset])
          }
          narrow[y * newWidth + x] = sum
        }
      }
    }
    var result = [UInt8](repeating: 255, count: newWidth * newHeight)
    for y in 0..<newHeight {
      let taps = down[y]
      for x in 0..<newWidth {
        var sum: Float = 0
        for (offset, weight) in taps.weights.enumerated() {
          sum += weight * narrow[(taps.first + offset) * newWidth + x]
        }
        result[y * newWidth + x] = UInt8(min(255, max(0, sum + 0.5)))
      }
    }
    return GreyImage(width: newWidth, height: newHeight, pixels: result)
  }
}

/// Which samples make one new sample, and how much of each; the weights add up to one.
private struct Taps {
  let first: Int
  let weights: [Float]

  static func `for`(from count: Int, to newCount: Int) -> [Taps] {
    let ratio = Double(count) / Double(newCount)
    let stretch = max(1, ratio)
    return (0..<newCount).map { index in
      let centre = (Double(index) + 0.5) * ratio - 0.5
      let first = max(0, Int((centre - 2 * stretch).rounded(.up)))
      let last = max(first, min(count - 1, Int((centre + 2 * stretch).rounded(.down))))
      let weights = (first...last).map { Float(keys((Double($0) - centre) / stretch)) }
      let sum = weights.reduce(0, +)
      return Taps(first: min(first, count - 1), weights: weights.map { $0 / sum })
    }
  }

  private static func keys(_ distance: Double) -> Double {
    let x = abs(distance)
    if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
    if x < 2 { return ((-0.5 * x + 2.5) * x - 4) * x + 2 }
    return 0
  }
}
