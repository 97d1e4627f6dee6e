import Cases

extension Projection {
  /// The map that takes four points to four others; nil where three of them lie on one line.
  ///
  /// Eight linear equations in eight unknowns, by Gaussian elimination with pivoting.
  init?(taking from: [Point], to: [Point]) {
    guard from.count == 4, to.count == 4 else { return nil }
    var rows: [[Double]] = []
    for (p, q) in zip(from, to) {
      rows.append([p.x, p.y, 1, 0, 0, 0, -p.x * q.x, -p.y * q.x, q.x])
      rows.append([0, 0, 0, p.x, p.y, 1, -p.x * q.y, -p.y * q.y, q.y])
    }
    for column in 0..<8 {
      guard let pivot = (column..<8).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-9
      else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<8 where row != column {
        let factor = rows[row][column] / rows[column][column]
        for k in column..<9 { rows[row][k] -= factor * rows[column][k] }
      }
    }
    let m = (0..<8).map { rows[$0][8] / rows[$0][$0] }
    self.init(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], 1)
  }
}
