/// Where the ink of one line is, in a picture whose paper is white.
extension GreyImage {
  /// The grey two fifths of the way from the paper of a line to its darker ink: pale print on a copy has another than
  /// black print on a card.
  func lineInkLevel(columns: Range<Int>, rows: Range<Int>) -> UInt8 {
    var histogram = [Int](repeating: 0, count: 256)
    for y in rows.clamped(to: 0..<height) {
      for x in columns.clamped(to: 0..<width) { histogram[Int(pixels[y * width + x])] += 1 }
    }
    let count = histogram.reduce(0, +)
    guard count > 0 else { return 160 }
    func grey(atShare share: Double) -> Double {
      var rest = Int(share * Double(count))
      for level in 0..<256 {
        rest -= histogram[level]
        if rest < 0 { return Double(level) }
      }
      return 255
    }
    // Ink covers between a tenth and a third of a line's box.
    let (paper, dark) = (grey(atShare: 0.8), grey(atShare: 0.06))
    return UInt8(min(paper - 8, max(120, paper - 0.4 * (paper - dark))).clamped(to: 1...250))
  }

  /// The rows of the line that a box was drawn around. Of print above and below only what belongs to it is taken: dots
  /// and strokes that lie within the box, apart from the rest.
  func lineRows(columns: Range<Int>, near box: Range<Int>, darkerThan level: UInt8) -> Range<Int>? {
    var ink = [Int](repeating: 0, count: height)
    for y in 0..<height {
      for x in columns.clamped(to: 0..<width) where pixels[y * width + x] < level { ink[y] += 1 }
    }
    let least = max(0, Int(0.04 * Double(ink.max() ?? 0)))
    var bands: [Range<Int>] = []
    for y in 0..<height where ink[y] > least {
      if let last = bands.last, last.upperBound == y {
        bands[bands.count - 1] = last.lowerBound..<y + 1
      } else {
        bands.append(y..<y + 1)
      }
    }
    func weight(_ band: Range<Int>) -> Int { ink[band.clamped(to: box)].reduce(0, +) }
    guard let main = bands.max(by: { weight($0) < weight($1) }), weight(main) > 0 else {
      return nil
    }
    let own = bands.filter { band in
      band == main || 2 * band.clamped(to: box).count > band.count
    }
    guard let first = own.first, let last = own.last else { return nil }
    return first.lowerBound..<last.upperBound
  }
}

extension Comparable {
  fileprivate func clamped(to range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
