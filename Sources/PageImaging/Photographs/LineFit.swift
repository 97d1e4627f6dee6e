import Cases
import Foundation

/// A straight line that is being fitted to edges.
struct LineFit {
  let origin, direction: Point
  /// Of the picture.
  let width, height: Int

  /// The sine of the angle between an edge and the line is less than about a third.
  private static let leastAlignment = 0.94
  /// Grey levels: less is grain, more does not count more.
  private static let leastStep: Float = 2
  private static let mostStep: Float = 24
  /// Sum of the steps below which there is no line.
  private static let leastWeight = 40.0

  init(origin: Point, direction: Point, width: Int, height: Int) {
    (self.origin, self.direction) = (origin, direction)
    (self.width, self.height) = (width, height)
  }

  /// From the normal form around the middle of the picture.
  init(angle: Double, distance: Double, width: Int, height: Int) {
    let normal = Point(cos(angle), sin(angle))
    self.init(
      origin: Point(
        Double(width) / 2 + normal.x * distance, Double(height) / 2 + normal.y * distance),
      direction: Point(normal.y, -normal.x), width: width, height: height)
  }

  /// The same line in a larger picture.
  func scaled(to width: Int, _ height: Int) -> LineFit {
    guard width != self.width else { return self }
    let scale = Double(width) / Double(self.width)
    return LineFit(
      origin: Point((origin.x + 0.5) * scale - 0.5, (origin.y + 0.5) * scale - 0.5),
      direction: direction, width: width, height: height)
  }

  /// Places along the line that lie in the picture; nil where it passes by.
  var range: ClosedRange<Double>? {
    var (from, to) = (-Double.infinity, Double.infinity)
    for (start, step, size) in [
      (origin.x, direction.x, Double(width - 1)), (origin.y, direction.y, Double(height - 1)),
    ] {
      if abs(step) < 1e-9 {
        guard start >= 0, start <= size else { return nil }
        continue
      }
      let (a, b) = (-start / step, (size - start) / step)
      from = max(from, min(a, b))
      to = min(to, max(a, b))
    }
    return from < to ? from...to : nil
  }

  /// Total least squares over the edges that lie within that distance and along the line, each weighted by its step.
  func refined(on field: EdgeField, within tolerance: Double) -> LineFit? {
    guard let range else { return nil }
    var moments = Moments()
    let reach = Int(tolerance.rounded(.up))
    // Rows or columns are crossed, whichever the line crosses at the steeper angle.
    let isLying = abs(direction.x) >= abs(direction.y)
    field.places.withUnsafeBufferPointer { places in
      field.edges.withUnsafeBufferPointer { edges in
        for place in stride(from: range.lowerBound, to: range.upperBound, by: 1) {
          let column = Int((origin.x + direction.x * place).rounded())
          let row = Int((origin.y + direction.y * place).rounded())
          for off in -reach...reach {
            let (x, y) = isLying ? (column, row + off) : (column + off, row)
            guard x >= 0, x < width, y >= 0, y < height else { continue }
            let index = Int(places[y * width + x])
            if index >= 0 { add(edges[index], within: tolerance, to: &moments) }
          }
        }
      }
    }
    return moments.axis(leastWeight: Self.leastWeight).map {
      LineFit(
        origin: Point(origin.x + $0.middle.x, origin.y + $0.middle.y), direction: $0.direction,
        width: width, height: height)
    }
  }

  private func add(_ edge: EdgeField.Edge, within tolerance: Double, to moments: inout Moments) {
    let along = Double(edge.normalY) * direction.x - Double(edge.normalX) * direction.y
    let (x, y) = (Double(edge.x) - origin.x, Double(edge.y) - origin.y)
    guard edge.step > Self.leastStep, abs(along) > Self.leastAlignment,
      abs(y * direction.x - x * direction.y) < tolerance
    else { return }
    moments.add(x, y, weight: Double(min(edge.step, Self.mostStep)))
  }
}

/// Weighted first and second moments of points.
private struct Moments {
  private var weight = 0.0
  private var (x, y) = (0.0, 0.0)
  private var (xx, xy, yy) = (0.0, 0.0, 0.0)

  mutating func add(_ x: Double, _ y: Double, weight: Double) {
    self.weight += weight
    self.x += weight * x
    self.y += weight * y
    xx += weight * x * x
    xy += weight * x * y
    yy += weight * y * y
  }

  /// Their longer axis; nil where they are too few or lie in a heap.
  func axis(leastWeight: Double) -> (middle: Point, direction: Point)? {
    guard weight > leastWeight else { return nil }
    let middle = Point(x / weight, y / weight)
    let (a, c) = (xx / weight - middle.x * middle.x, yy / weight - middle.y * middle.y)
    let b = xy / weight - middle.x * middle.y
    guard a + c > 16 else { return nil }
    let angle = atan2(2 * b, a - c) / 2
    return (middle, Point(cos(angle), sin(angle)))
  }
}
