import Cases

/// How much two convex outlines have in common.
enum Overlap {
  /// Area of the intersection divided by that of the union; both clockwise.
  static func ofUnion(_ a: [Point], _ b: [Point]) -> Double {
    let common = area(clipped(a, to: b))
    return common / (area(a) + area(b) - common)
  }

  /// Sutherland and Hodgman: cut off what lies outside of one side after the other.
  private static func clipped(_ subject: [Point], to clip: [Point]) -> [Point] {
    var points = subject
    for (from, to) in zip(clip, clip.dropFirst() + clip.prefix(1)) {
      func side(_ p: Point) -> Double {
        (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x)
      }
      var kept: [Point] = []
      for (p, q) in zip(points, points.dropFirst() + points.prefix(1)) {
        let (atP, atQ) = (side(p), side(q))
        if atP >= 0 { kept.append(p) }
        if (atP >= 0) != (atQ >= 0) {
          let part = atP / (atP - atQ)
          kept.append(Point(p.x + part * (q.x - p.x), p.y + part * (q.y - p.y)))
        }
      }
      points = kept
    }
    return points
  }

  private static func area(_ points: [Point]) -> Double {
    abs(
      zip(points, points.dropFirst() + points.prefix(1))
        .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
  }
}
