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
    paper = Self.neighbours(paper, columns: columns, rows: rows, from: 0, max) { most, _ in most }
    paper = Self.neighbours(paper, columns: columns, rows: rows, from: 0, +) { $0 / Float($1) }
    return divided(by: paper, columns: columns, rows: rows, block: Float(block))
  }

  private func brightest(block: Int, columns: Int, rows: Int) -> [Float] {
    var paper = [UInt8](repeating: 1, count: columns * rows)
    pixels.withUnsafeBufferPointer { source in
      paper.withUnsafeMutableBufferPointer { paper in
        for y in 0..<height {
          let row = y / block * columns
          for column in 0..<columns {
            var most = paper[row + column]
            for x in column * block..<min((column + 1) * block, width) {
              most = max(most, source[y * width + x])
            }
            paper[row + column] = most
          }
        }
      }
    }
    return paper.map(Float.init)
  }

  /// Each cell from the 3 × 3 cells around it: what they come to together, and how many they are.
  @inline(__always)
  private static func neighbours(
    _ cells: [Float], columns: Int, rows: Int, from start: Float,
    _ joined: (Float, Float) -> Float, _ finished: (Float, Int) -> Float
  ) -> [Float] {
    var result = cells
    cells.withUnsafeBufferPointer { cells in
      for row in 0..<rows {
        for column in 0..<columns {
          var (value, count) = (start, 0)
          for y in max(0, row - 1)...min(rows - 1, row + 1) {
            for x in max(0, column - 1)...min(columns - 1, column + 1) {
              value = joined(value, cells[y * columns + x])
              count += 1
            }
          }
          result[row * columns + column] = finished(value, count)
        }
      }
    }
    return result
  }

  private func divided(by paper: [Float], columns: Int, rows: Int, block: Float) -> GreyImage {
    // Between which columns of blocks a pixel lies, and how far.
    let places = (0..<width).map { x -> (left: Int, right: Int, across: Float) in
      let u = min(max(0, (Float(x) + 0.5) / block - 0.5), Float(columns - 1))
      return (Int(u), min(Int(u) + 1, columns - 1), u - Float(Int(u)))
    }
    var mixed = [Float](repeating: 0, count: columns)
    let source = pixels
    let out = [UInt8](unsafeUninitializedCapacity: source.count) { out, count in
      for y in 0..<height {
        let v = min(max(0, (Float(y) + 0.5) / block - 0.5), Float(rows - 1))
        let upper = Int(v) * columns
        let lower = min(Int(v) + 1, rows - 1) * columns
        let down = v - Float(Int(v))
        for column in 0..<columns {
          mixed[column] = paper[upper + column] * (1 - down) + paper[lower + column] * down
        }
        source.withUnsafeBufferPointer { source in
          places.withUnsafeBufferPointer { places in
            mixed.withUnsafeBufferPointer { mixed in
              for x in 0..<width {
                let place = places[x]
                let white =
                  mixed[place.left] * (1 - place.across) + mixed[place.right] * place.across
                out[y * width + x] = UInt8(
                  min(255, Float(source[y * width + x]) / max(1, white) * 250))
              }
            }
          }
        }
      }
      count = source.count
    }
    return GreyImage(width: width, height: height, pixels: out)
  }
}
