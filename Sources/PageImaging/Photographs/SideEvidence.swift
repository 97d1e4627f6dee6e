import Cases

/// How much speaks, pixel by pixel along a line, for a paper's border there: a sharp change of colour, and another
/// colour further away on one side than on the other. A rule has the first only, a shadow's rim the second.
struct SideEvidence {
  /// Running sums along the line: evidence with the side of the normal lighter, with it darker, and the change itself
  /// in grey levels.
  let lighter, darker, change: [Float]

  /// Pixels from the line: the sharp change, the trend that is taken off it, and the surroundings.
  private static let near = 3.0
  private static let trend = 8.0
  private static let surroundings = [8.0, 11, 14]
  /// Places on either side over which changes are averaged: grain and letters cancel themselves out.
  private static let window = 8
  /// A change of that many grey levels is worth a half.
  private static let halfStep: Float = 5
  private static let grain: Float = 0.7
  private static let mostTrend: Float = 12
  private static let mostChange: Float = 40

  init(_ line: LineFit, _ range: ClosedRange<Double>, in field: ColourField) {
    let count = max(0, Int(range.upperBound - range.lowerBound))
    var (near, wide) = (Averages(count), Averages(count))
    for plane in field.planes {
      let (sharp, broad) = Self.changes(line, from: range.lowerBound, count: count, plane, field)
      near.add(sharp, window: Self.window)
      wide.add(broad, window: Self.window)
    }
    var (lighter, darker, change): ([Float], [Float], [Float]) = ([0], [0], [0])
    var sums = (lighter: Float(0), darker: Float(0), change: Float(0))
    for index in 0..<count {
      let (sharp, broad) = (near.largest[index], wide.largest[index])
      let worth = max(0, sharp - Self.grain) / (sharp + Self.halfStep)
      let evidence = worth * (0.4 + 0.6 * broad / (broad + Self.halfStep))
      if near.total[index] > 0 { sums.lighter += evidence } else { sums.darker += evidence }
      sums.change += min(Self.mostChange, sharp)
      lighter.append(sums.lighter)
      darker.append(sums.darker)
      change.append(sums.change)
    }
    (self.lighter, self.darker, self.change) = (lighter, darker, change)
  }

  /// Nothing can be seen along the rim of the picture.
  init() { (lighter, darker, change) = ([], [], []) }

  /// Running sums of the sharp and of the broad change from the darker side of the normal to the other, in one channel.
  private static func changes(
    _ line: LineFit, from start: Double, count: Int, _ plane: [Float], _ field: ColourField
  ) -> (sharp: [Float], broad: [Float]) {
    var (sharp, broad) = (
      [Float](repeating: 0, count: count + 1), [Float](repeating: 0, count: count + 1)
    )
    let (width, height) = (field.width, field.height)
    let (u, v) = (line.direction.x, line.direction.y)
    plane.withUnsafeBufferPointer { plane in
      for index in 0..<count {
        let place = start + Double(index)
        let (x, y) = (line.origin.x + u * place + 0.5, line.origin.y + v * place + 0.5)
        func at(_ depth: Double) -> Float {
          let column = max(0, min(width - 1, Int(x - v * depth)))
          let row = max(0, min(height - 1, Int(y + u * depth)))
          return plane[row * width + column]
        }
        let (here, there) = (at(near), at(-near))
        // Across a smooth ramp, light that fades, the change goes on beyond.
        let beyond = (at(trend) - here + there - at(-trend)) / 2
        let ramp = beyond * Float(2 * near / (trend - near))
        sharp[index + 1] = sharp[index] + here - there - max(-mostTrend, min(mostTrend, ramp))
        var surrounding: Float = 0
        for depth in surroundings { surrounding += at(depth) - at(-depth) }
        broad[index + 1] = broad[index] + surrounding / Float(surroundings.count)
      }
    }
    return (sharp, broad)
  }
}

/// Moving averages of changes in several channels.
private struct Averages {
  /// Sum over the channels, and the largest of them.
  var total, largest: [Float]

  init(_ count: Int) {
    total = Array(repeating: 0, count: count)
    largest = total
  }

  mutating func add(_ sums: [Float], window: Int) {
    for index in total.indices {
      let (from, to) = (max(0, index - window), min(total.count, index + window + 1))
      let mean = (sums[to] - sums[from]) / Float(to - from)
      total[index] += mean
      largest[index] = max(largest[index], abs(mean))
    }
  }
}
