import Cases

extension Projection {
  /// The map that carries an upright rectangle of that size to a quadrilateral (P. Heckbert, "Fundamentals of
  /// Texture Mapping and Image Warping", 1989, section 2.2.3); nil where three corners lie on one line.
  init?(rectangle width: Double, _ height: Double, to quad: Quadrilateral) {
    guard width > 0, height > 0 else { return nil }
    let (p0, p1, p2, p3) = (quad.topLeft, quad.topRight, quad.bottomRight, quad.bottomLeft)
    let sum = Point(p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y)
    let (d1, d2) = (Point(p1.x - p2.x, p1.y - p2.y), Point(p3.x - p2.x, p3.y - p2.y))
    let denominator = d1.x * d2.y - d2.x * d1.y
    guard abs(denominator) > 1e-9 else { return nil }
    let g = (sum.x * d2.y - d2.x * sum.y) / denominator
    let h = (d1.x * sum.y - sum.x * d1.y) / denominator
    self.init(
      (p1.x - p0.x + g * p1.x) / width, (p3.x - p0.x + h * p3.x) / height, p0.x,
      (p1.y - p0.y + g * p1.y) / width, (p3.y - p0.y + h * p3.y) / height, p0.y,
      g / width, h / height, 1)
  }

  static func scaling(_ x: Double, _ y: Double) -> Projection { Projection(x, 0, 0, 0, y, 0) }

  static func shift(_ x: Double, _ y: Double) -> Projection { Projection(1, 0, x, 0, 1, y) }
}
