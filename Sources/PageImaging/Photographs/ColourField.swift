import Cases

/// A small picture as smoothed planes of red, green and blue, or of grey, made for looking at edges.
struct ColourField {
  let width, height: Int
  /// One or three planes, row by row, from 0 to 255, smoothed by a binomial of five pixels.
  let planes: [[Float]]

  init(_ image: PageImage) {
    width = image.width
    height = image.height
    planes = (0..<image.channels).map { channel in
      var plane = [Float](repeating: 0, count: image.width * image.height)
      image.pixels.withUnsafeBufferPointer { pixels in
        for at in plane.indices { plane[at] = Float(pixels[at * image.channels + channel]) }
      }
      return Self.smoothed(plane, width: image.width, height: image.height)
    }
  }

  private init(width: Int, height: Int, planes: [[Float]]) {
    (self.width, self.height, self.planes) = (width, height, planes)
  }

  /// Half as large, and smoothed again.
  func halved() -> ColourField {
    let (width, height) = (self.width / 2, self.height / 2)
    let halves = planes.map { plane in
      var half = [Float](repeating: 0, count: width * height)
      for row in 0..<height {
        for column in 0..<width {
          let at = 2 * row * self.width + 2 * column
          half[row * width + column] =
            (plane[at] + plane[at + 1] + plane[at + self.width] + plane[at + self.width + 1]) / 4
        }
      }
      return Self.smoothed(half, width: width, height: height)
    }
    return ColourField(width: width, height: height, planes: halves)
  }

  /// 1 4 6 4 1, first along the rows and then down the columns; the outermost pixels are repeated beyond the rim.
  private static func smoothed(_ plane: [Float], width: Int, height: Int) -> [Float] {
    let across = filtered(plane, lines: height, length: width, lineStep: width, step: 1)
    return filtered(across, lines: width, length: height, lineStep: 1, step: width)
  }

  private static func filtered(
    _ source: [Float], lines: Int, length: Int, lineStep: Int, step: Int
  ) -> [Float] {
    guard length >= 5 else { return source }
    return [Float](unsafeUninitializedCapacity: source.count) { out, count in
      source.withUnsafeBufferPointer { source in
        for at in 0..<length {
          let (p, q) = (max(0, at - 2) * step, max(0, at - 1) * step)
          let (r, s) = (min(length - 1, at + 1) * step, min(length - 1, at + 2) * step)
          let middle = at * step
          for line in 0..<lines {
            let start = line * lineStep
            let outer = source[start + p] + source[start + s]
            let inner = source[start + q] + source[start + r]
            out[start + middle] = (outer + 4 * inner + 6 * source[start + middle]) / 16
          }
        }
      }
      count = source.count
    }
  }

  /// The largest difference between two places among the channels, with the sign of the change of brightness from
  /// the first place to the second. Places outside are those on the rim.
  func change(from a: (x: Float, y: Float), to b: (x: Float, y: Float)) -> Float {
    let (first, second) = (index(a), index(b))
    var (largest, sum): (Float, Float) = (0, 0)
    for plane in planes {
      let difference = plane[second] - plane[first]
      largest = max(largest, abs(difference))
      sum += difference
    }
    return sum < 0 ? -largest : largest
  }

  private func index(_ place: (x: Float, y: Float)) -> Int {
    let x = max(0, min(width - 1, Int(place.x + 0.5)))
    let y = max(0, min(height - 1, Int(place.y + 0.5)))
    return y * width + x
  }
}
