import Cases

/// A document made small: each cell is the mean of a square of pixels, so that sensor noise and the grain of JPEG do not
/// count.
struct ReducedView {
  /// Cells across, about.
  private static let columnsWanted = 700

  let columns: Int
  let rows: Int
  /// Red, green and blue of each cell, row by row; a grey picture has three equal ones.
  let cells: [SIMD3<Float>]

  init(_ image: PageImage) {
    let side = max(1, image.width / Self.columnsWanted)
    let (columns, rows) = (image.width / side, image.height / side)
    (self.columns, self.rows) = (columns, rows)
    let isColour = image.channels == 3
    let share = 1 / Float(side * side)
    cells = image.pixels.withUnsafeBufferPointer { pixels in
      var cells: [SIMD3<Float>] = []
      cells.reserveCapacity(columns * rows)
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = SIMD3<Int32>()
          for y in row * side..<(row + 1) * side {
            var index = (y * image.width + column * side) * image.channels
            for _ in 0..<side {
              let red = Int32(pixels[index])
              sum &+=
                isColour
                ? SIMD3(red, Int32(pixels[index + 1]), Int32(pixels[index + 2]))
                : SIMD3(repeating: red)
              index += image.channels
            }
          }
          cells.append(SIMD3<Float>(sum) * share)
        }
      }
      return cells
    }
  }

  /// Red, green and blue of the lightest tenth, none of them nothing: what white looks like in this light.
  var paperColour: SIMD3<Float> {
    let sample = stride(from: 0, to: cells.count, by: 16).map { cells[$0] }
    var paper = SIMD3<Float>()
    for colour in 0..<3 { paper[colour] = sample.map { $0[colour] }.quantile(0.9) ?? 0 }
    paper.replace(with: 1, where: paper .< 1)
    return paper
  }
}

extension Array where Element: Comparable {
  /// The element below which that share of all lies; nil of none.
  func quantile(_ share: Double) -> Element? {
    guard !isEmpty else { return nil }
    var rest = self
    return rest.withUnsafeMutableBufferPointer {
      $0.selected(Swift.min($0.count - 1, Int(share * Double($0.count))))
    }
  }
}

extension UnsafeMutableBufferPointer where Element: Comparable {
  /// The element that would stand at a place if they were sorted (Hoare 1961, quickselect). Orders them in part.
  fileprivate func selected(_ place: Int) -> Element {
    var (first, last) = (0, count - 1)
    while first < last {
      let pivot = self[first + (last - first) / 2]
      var (left, right) = (first, last)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while pivot < self[right] { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right {
        last = right
      } else if place >= left {
        first = left
      } else {
        break
      }
    }
    return self[place]
  }
}
