/// Where the ink of a picture is, and pictures cut by it.
extension GreyImage {
  /// The grey that best parts ink from white paper (Otsu 1979), within what either can be.
  var inkLevel: UInt8 {
    var histogram = [Double](repeating: 0, count: 256)
    for pixel in pixels { histogram[Int(pixel)] += 1 }
    let count = Double(pixels.count)
    let total = histogram.indices.reduce(0) { $0 + Double($1) * histogram[$1] }
    var (below, sum, best, level) = (0.0, 0.0, -1.0, 160)
    for grey in 0..<255 {
      below += histogram[grey]
      sum += Double(grey) * histogram[grey]
      guard below > 0, below < count else { continue }
      let distance = sum / below - (total - sum) / (count - below)
      let between = below * (count - below) * distance * distance
      if between > best { (best, level) = (between, grey + 1) }
    }
    return UInt8(min(205, max(140, level)))
  }

  /// The rows of the line in the middle of a crop, from its topmost to its lowest ink; nil where there is none.
  func inkRows(darkerThan level: UInt8) -> Range<Int>? {
    let ink = inkPerRow(darkerThan: level)
    // Specks are not the line's.
    let least = Int(0.05 * Double(ink.max() ?? 0))
    let inked = ink.map { $0 > least }
    // Ink that touches the edge of the crop and is parted from the line by a blank row belongs to a neighbour.
    var rows = 0..<height
    if inked.first == true, let blank = inked[..<(height / 3)].lastIndex(of: false) {
      rows = blank..<rows.upperBound
    }
    if inked.last == true, let blank = inked[(height * 2 / 3)...].firstIndex(of: false) {
      rows = rows.lowerBound..<max(rows.lowerBound, blank)
    }
    guard let first = inked[rows].firstIndex(of: true), let last = inked[rows].lastIndex(of: true)
    else { return nil }
    return first..<last + 1
  }

  func inkPerRow(darkerThan level: UInt8) -> [Int] {
    (0..<height).map { y in
      pixels[y * width..<(y + 1) * width].reduce(0) { $1 < level ? $0 + 1 : $0 }
    }
  }

  func inkPerColumn(darkerThan level: UInt8) -> [Int] {
    var ink = [Int](repeating: 0, count: width)
    for y in 0..<height {
      for x in 0..<width where pixels[y * width + x] < level { ink[x] += 1 }
    }
    return ink
  }

  /// Every pixel as dark as the darkest of its 3 × 3 neighbours: thin strokes outlive a reduction.
  var thickened: GreyImage {
    func spread(_ source: [UInt8], by stride: Int, _ isInside: (Int) -> (Bool, Bool)) -> [UInt8] {
      var result = source
      for index in source.indices {
        let (before, after) = isInside(index)
        var darkest = source[index]
        if before { darkest = min(darkest, source[index - stride]) }
        if after { darkest = min(darkest, source[index + stride]) }
        result[index] = darkest
      }
      return result
    }
    let across = spread(pixels, by: 1) { ($0 % width > 0, $0 % width < width - 1) }
    let both = spread(across, by: width) { ($0 >= width, $0 < (height - 1) * width) }
    return GreyImage(width: width, height: height, pixels: both)
  }

  func rows(_ range: Range<Int>) -> GreyImage {
    GreyImage(
      width: width, height: range.count,
      pixels: Array(pixels[range.lowerBound * width..<range.upperBound * width]))
  }

  /// The columns that stay when no run of blank columns may be longer than `gap`, and outside of all ink none longer
  /// than `border`.
  func columns(squeezingGapsTo gap: Int, darkerThan level: UInt8, border: Int? = nil) -> [Int] {
    let ink = inkPerColumn(darkerThan: level)
    let first = (ink.firstIndex { $0 > 0 } ?? 0) - (border ?? width)
    let last = (ink.lastIndex { $0 > 0 } ?? width - 1) + (border ?? width)
    var blank = 0
    return (max(0, first)..<max(0, first, min(width, last + 1))).filter { x in
      blank = ink[x] > 0 ? 0 : blank + 1
      return blank <= gap
    }
  }

  func columns(_ kept: [Int]) -> GreyImage {
    guard kept.count < width else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(kept.count * height)
    for y in 0..<height {
      for x in kept { result.append(pixels[y * width + x]) }
    }
    return GreyImage(width: kept.count, height: height, pixels: result)
  }
}
