import Cases

extension Polygon {
  /// One polygon around the parts of a line, which all lean the same way.
  static func around(_ parts: [Polygon]) -> Polygon {
    guard let first = parts.first?.corners, let last = parts.last?.corners, first.count == 4,
      last.count == 4
    else { return Polygon([]) }
    let all = parts.flatMap(\.corners)
    let (dx, dy) = (last[1].x - first[0].x, last[1].y - first[0].y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
    // Along the line and across it, from the first corner.
    let along = all.map { (($0.x - first[0].x) * dx + ($0.y - first[0].y) * dy) / length }
    let across = all.map { (($0.y - first[0].y) * dx - ($0.x - first[0].x) * dy) / length }
    func corner(_ a: Double, _ c: Double) -> Point {
      Point(first[0].x + (a * dx - c * dy) / length, first[0].y + (a * dy + c * dx) / length)
    }
    let (left, right) = (along.min() ?? 0, along.max() ?? 0)
    let (top, bottom) = (across.min() ?? 0, across.max() ?? 0)
    return Polygon([
      corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom),
    ])
  }
}
