import Cases

/// The convex hull of points, and the four-sided figure that fits around it most closely.
struct ConvexHull {
  /// Clockwise as seen (y downwards), no three on one line.
  let corners: [Point]

  /// A. M. Andrew's monotone chain.
  init(of points: [Point]) {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else {
      corners = sorted
      return
    }
    let lower = Self.chain(sorted)
    let upper = Self.chain(sorted.reversed())
    corners = lower.dropLast() + upper.dropLast()
  }

  private static func chain(_ points: [Point]) -> [Point] {
    var chain: [Point] = []
    for point in points {
      while chain.count >= 2, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
        chain.removeLast()
      }
      chain.append(point)
    }
    return chain
  }

  private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// Drops, again and again, the side whose loss adds the least area, until four are left: rounded corners become
  /// sharp ones, and a perspective stays.
  func quadrilateral() -> Quadrilateral? {
    var points = corners
    while points.count > 4 {
      var best: (cost: Double, side: Int, corner: Point)?
      for side in points.indices {
        guard let (cost, corner) = Self.dropping(side, from: points) else { continue }
        if cost < best?.cost ?? .infinity { best = (cost, side, corner) }
      }
      guard let best else { return nil }
      let next = (best.side + 1) % points.count
      points[best.side] = best.corner
      points.remove(at: next)
    }
    return Quadrilateral(clockwise: points)
  }

  /// What is gained in area, and the corner in place of the side, when its neighbours are drawn out until they meet.
  private static func dropping(_ side: Int, from points: [Point]) -> (Double, Point)? {
    let count = points.count
    let (a, b) = (points[(side + count - 1) % count], points[side])
    let (c, d) = (points[(side + 1) % count], points[(side + 2) % count])
    let (u, v) = (Point(b.x - a.x, b.y - a.y), Point(c.x - d.x, c.y - d.y))
    let across = u.x * v.y - u.y * v.x
    guard abs(across) > 1e-9 else { return nil }
    let t = ((d.x - a.x) * v.y - (d.y - a.y) * v.x) / across
    guard t >= 1 else { return nil }
    let corner = Point(a.x + t * u.x, a.y + t * u.y)
    return (abs(turn(b, corner, c)) / 2, corner)
  }
}
