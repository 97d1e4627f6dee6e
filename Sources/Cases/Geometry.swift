/// A point in pixels of a picture or points (1/72 inch) of a PDF page; origin top left, y downwards.
/// Coded as `[x, y]`, rounded to a tenth.
package struct Point: Sendable, Equatable, Codable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  package init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    x = try values.decode(Double.self)
    y = try values.decode(Double.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    try values.encode((x * 10).rounded() / 10)
    try values.encode((y * 10).rounded() / 10)
  }
}

/// Corners clockwise from the reading top left. Coded as a list of points.
package struct Polygon: Sendable, Equatable, Codable {
  package var corners: [Point]

  package init(_ corners: [Point]) { self.corners = corners }

  package init(_ box: Box) {
    corners = [
      Point(box.left, box.top), Point(box.right, box.top),
      Point(box.right, box.bottom), Point(box.left, box.bottom),
    ]
  }

  package init(from decoder: any Decoder) throws {
    corners = try decoder.singleValueContainer().decode([Point].self)
  }

  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    try value.encode(corners)
  }

  /// The smallest upright box around the corners.
  package var bounds: Box {
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    return Box(
      left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0)
  }
}

/// An upright rectangle; `right` and `bottom` lie just outside.
package struct Box: Sendable, Equatable, Codable {
  package var left, top, right, bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  package var width: Double { right - left }
  package var height: Double { bottom - top }
  package var middle: Point { Point((left + right) / 2, (top + bottom) / 2) }

  package func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  package func grown(x: Double, y: Double) -> Box {
    Box(left: left - x, top: top - y, right: right + x, bottom: bottom + y)
  }

  /// Clipped to a picture of that size.
  package func clipped(width: Double, height: Double) -> Box {
    Box(
      left: max(0, left), top: max(0, top), right: min(width, right), bottom: min(height, bottom))
  }
}

/// A plane projective map, row by row: `(x, y, 1)` goes to `(a x + b y + c, d x + e y + f, g x + h y + i)`,
/// divided by its third part. It carries boxes found on a rectified document back to the submitted page.
package struct Projection: Sendable, Equatable, Codable {
  package var a, b, c, d, e, f, g, h, i: Double

  package init(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double,
    _ g: Double = 0, _ h: Double = 0, _ i: Double = 1
  ) {
    (self.a, self.b, self.c) = (a, b, c)
    (self.d, self.e, self.f) = (d, e, f)
    (self.g, self.h, self.i) = (g, h, i)
  }

  package static let identity = Projection(1, 0, 0, 0, 1, 0)

  package func callAsFunction(_ point: Point) -> Point {
    let w = g * point.x + h * point.y + i
    return Point(
      (a * point.x + b * point.y + c) / w, (d * point.x + e * point.y + f) / w)
  }

  package func callAsFunction(_ box: Box) -> Polygon {
    Polygon(Polygon(box).corners.map { self($0) })
  }

  /// First `self`, then `next`.
  package func then(_ next: Projection) -> Projection {
    let m = [a, b, c, d, e, f, g, h, i]
    let n = [next.a, next.b, next.c, next.d, next.e, next.f, next.g, next.h, next.i]
    var p = [Double](repeating: 0, count: 9)
    for row in 0..<3 {
      for column in 0..<3 {
        for k in 0..<3 { p[row * 3 + column] += n[row * 3 + k] * m[k * 3 + column] }
      }
    }
    return Projection(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8])
  }
}
