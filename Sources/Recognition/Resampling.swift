extension GreyImage {
  /// The same picture so many rows high, by linear interpolation: what Tesseract's models were made for.
  func enlarged(toHeight rows: Int) -> GreyImage {
    guard rows != height, !isEmpty else { return self }
    let step = Double(height) / Double(rows)
    let columns = max(1, Int((Double(width) / step).rounded()))
    let across = (0..<columns).map { Tap(at: Double($0) * step, below: width) }
    var result = [UInt8](repeating: 0, count: columns * rows)
    pixels.withUnsafeBufferPointer { source in
      for y in 0..<rows {
        let down = Tap(at: Double(y) * step, below: height)
        let (upper, lower) = (down.first * width, down.second * width)
        for (x, tap) in across.enumerated() {
          let top =
            Int(source[upper + tap.first]) * (256 - tap.part)
            + Int(source[upper + tap.second]) * tap.part
          let bottom =
            Int(source[lower + tap.first]) * (256 - tap.part)
            + Int(source[lower + tap.second]) * tap.part
          result[y * columns + x] = UInt8(
            (top * (256 - down.part) + bottom * down.part + 32_768) >> 16)
        }
      }
    }
    return GreyImage(width: columns, height: rows, pixels: result)
  }

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

/// The two samples between which a place lies, and how many 256ths of the second make up what is there.
private struct Tap {
  let first: Int
  let second: Int
  let part: Int

  init(at place: Double, below count: Int) {
    first = min(Int(place), count - 1)
    second = min(first + 1, count - 1)
    part = Int((place - Double(first)) * 256)
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
