extension GreyImage {
  /// Paper, shadows and fine coloured patterns made white: each sample divided by the brightest one near it.
  /// `block` is the side of the squares whose brightest sample is looked up, in pixels; three of them must be wider than
  /// a stroke.
  func dividedByBackground(block: Int) -> GreyImage {
    let block = max(2, block)
    let columns = (width + block - 1) / block
    let rows = (height + block - 1) / block
    guard columns > 0, rows > 0 else { return self }
    var paper = brightest(block: block, columns: columns, rows: rows)
    paper = Self.neighbours(paper, columns: columns, rows: rows) { $0.max() ?? 255 }
    paper = Self.neighbours(paper, columns: columns, rows: rows) {
      $0.reduce(0, +) / Float($0.count)
    }
    return divided(by: paper, columns: columns, rows: rows, block: Float(block))
  }

  private func brightest(block: Int, columns: Int, rows: Int) -> [Float] {
    var paper = [UInt8](repeating: 1, count: columns * rows)
    pixels.withUnsafeBufferPointer { source in
      paper.withUnsafeMutableBufferPointer { paper in
        for y in 0..<height {
          let row = y / block * columns
          for x in 0..<width {
            let cell = row + x / block
            paper[cell] = max(paper[cell], source[y * width + x])
          }
        }
      }
    }
    return paper.map(Float.init)
  }

  /// Each cell from the 3 × 3 cells around it.
  private static func neighbours(
    _ cells: [Float], columns: Int, rows: Int, _ combined: ([Float]) -> Float
  ) -> [Float] {
    var result = cells
    for row in 0..<rows {
      for column in 0..<columns {
        var near: [Float] = []
        near.reserveCapacity(9)
        for y in max(0, row - 1)...min(rows - 1, row + 1) {
          for x in max(0, column - 1)...min(columns - 1, column + 1) {
            near.append(cells[y * columns + x])
          }
        }
        result[row * columns + column] = combined(near)
      }
    }
    return result
  }

  private func divided(by paper: [Float], columns: Int, rows: Int, block: Float) -> GreyImage {
    var result = self
    result.pixels.withUnsafeMutableBufferPointer { out in
      paper.withUnsafeBufferPointer { paper in
        for y in 0..<height {
          let v = min(max(0, (Float(y) + 0.5) / block - 0.5), Float(rows - 1))
          let upper = Int(v) * columns
          let lower = min(Int(v) + 1, rows - 1) * columns
          let down = v - Float(Int(v))
          for x in 0..<width {
            let u = min(max(0, (Float(x) + 0.5) / block - 0.5), Float(columns - 1))
            let left = Int(u)
            let right = min(left + 1, columns - 1)
            let across = u - Float(left)
            let top = paper[upper + left] * (1 - across) + paper[upper + right] * across
            let bottom = paper[lower + left] * (1 - across) + paper[lower + right] * across
            let white = max(1, top * (1 - down) + bottom * down)
            out[y * width + x] = UInt8(min(255, Float(out[y * width + x]) / white * 250))
          }
        }
      }
    }
    return result
  }
}
