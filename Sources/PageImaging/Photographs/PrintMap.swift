import Cases

/// How much is printed where: edges of strokes, by squares of the picture.
struct PrintMap {
  /// Pixels.
  private static let square = 8
  /// Grey levels; weaker edges are grain and shadow.
  private static let leastStep: Float = 6
  private let columns, rows: Int
  private let share: [Double]

  init(_ field: EdgeField) {
    columns = field.width / Self.square + 1
    rows = field.height / Self.square + 1
    var counts = [Double](repeating: 0, count: columns * rows)
    for edge in field.edges where edge.step > Self.leastStep {
      let cell = Int(edge.y) / Self.square * columns + Int(edge.x) / Self.square
      if counts.indices.contains(cell) { counts[cell] += 1 }
    }
    share = counts.map { $0 / Double(Self.square * Self.square) }
  }

  /// Mean over the inner part of an outline.
  func share(in quad: Quadrilateral) -> Double {
    guard let map = Projection(rectangle: 1, 1, to: quad) else { return 0 }
    var (sum, count) = (0.0, 0)
    for v in stride(from: 0.08, through: 0.92, by: 0.07) {
      for u in stride(from: 0.08, through: 0.92, by: 0.07) {
        let p = map(Point(u, v))
        guard p.x >= 0, p.y >= 0, p.x < Double(columns * Self.square),
          p.y < Double(rows * Self.square)
        else { continue }
        sum += share[Int(p.y) / Self.square * columns + Int(p.x) / Self.square]
        count += 1
      }
    }
    return count == 0 ? 0 : sum / Double(count)
  }
}
