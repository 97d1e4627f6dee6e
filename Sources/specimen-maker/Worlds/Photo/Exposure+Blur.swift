import Cases
import Foundation

/// What takes sharpness away.
extension Exposure {
  /// Spreads every point by a Gaussian of `sigma` pixels.
  func softened(_ sigma: Double) -> Exposure {
    guard sigma > 0.2 else { return self }
    let reach = max(1, Int((sigma * 2.6).rounded(.up)))
    let weights = (-reach...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
    let sum = weights.reduce(0, +)
    let kernel = weights.map { Float($0 / sum) }
    var copy = self
    copy.light = spread(spread(light, kernel, step: (1, 0)), kernel, step: (0, 1))
    return copy
  }

  /// Smears along a straight path of the hand.
  func shaken(_ path: Point) -> Exposure {
    let length = hypot(path.x, path.y)
    guard length > 0.7 else { return self }
    let count = max(2, Int(length.rounded(.up)) + 1)
    var sum = [SIMD4<Float>](repeating: .zero, count: light.count)
    for step in 0..<count {
      let share = Double(step) / Double(count - 1) - 0.5
      let (dx, dy) = (Int((path.x * share).rounded()), Int((path.y * share).rounded()))
      for row in 0..<height {
        let source = min(max(0, row + dy), height - 1) * width
        sum.withUnsafeMutableBufferPointer { sum in
          light.withUnsafeBufferPointer { light in
            for column in 0..<width {
              sum[row * width + column] += light[source + min(max(0, column + dx), width - 1)]
            }
          }
        }
      }
    }
    var copy = self
    let part = 1 / Float(count)
    copy.light = sum.map { $0 * part }
    return copy
  }

  /// Goes over to `other` towards one side of the picture.
  func fading(into other: Exposure, towards angle: Double) -> Exposure {
    let (dx, dy) = (Float(cos(angle)), Float(sin(angle)))
    var copy = self
    copy.light.withUnsafeMutableBufferPointer { mine in
      other.light.withUnsafeBufferPointer { theirs in
        for row in 0..<height {
          let down = (Float(row) / Float(height) - 0.5) * dy
          for column in 0..<width {
            let place = (Float(column) / Float(width) - 0.5) * dx + down
            let share = min(1, max(0, 0.5 + place))
            let index = row * width + column
            mine[index] += (theirs[index] - mine[index]) * share
          }
        }
      }
    }
    return copy
  }

  private func spread(
    _ source: [SIMD4<Float>], _ kernel: [Float], step: (x: Int, y: Int)
  ) -> [SIMD4<Float>] {
    let reach = kernel.count / 2
    let stride = step.x + step.y * width
    var out = [SIMD4<Float>](repeating: .zero, count: source.count)
    out.withUnsafeMutableBufferPointer { out in
      source.withUnsafeBufferPointer { source in
        for row in 0..<height {
          for column in 0..<width {
            let place = step.x == 1 ? column : row
            let last = (step.x == 1 ? width : height) - 1
            let index = row * width + column
            var sum = SIMD4<Float>.zero
            for tap in 0..<kernel.count {
              let offset = min(max(place + tap - reach, 0), last) - place
              sum += source[index + offset * stride] * kernel[tap]
            }
            out[index] = sum
          }
        }
      }
    }
    return out
  }
}
