import Cases

/// How wide the edges of print are: the ramp between paper and ink, after Marziliano et al., A no-reference perceptual
/// blur metric, ICIP 2002.
enum EdgeWidth {
  /// Rows that are looked at.
  private static let rowsWanted = 300
  /// Fewer edges say nothing.
  private static let fewest = 60
  /// An edge spans at least this share of the range between print and paper, and at least this many levels.
  private static let leastShare: Float = 0.4
  private static let leastLevels: Float = 20

  /// The median width in pixels, as the ramp of that height and the greatest slope would have; nil where there is
  /// hardly any print.
  static func median(in image: PageImage) -> Double? {
    let step = max(1, image.height / rowsWanted)
    let rows = stride(from: step / 2, to: image.height, by: step).map { smoothedRow($0, of: image) }
    let sample = rows.flatMap { row in stride(from: 0, to: row.count, by: 7).map { row[$0] } }
    guard let ink = sample.quantile(0.02), let paper = sample.quantile(0.9) else { return nil }
    let least = max(leastLevels, leastShare * (paper - ink))
    let widths = rows.flatMap { ramps(in: $0, least: least) }
    guard widths.count >= fewest else { return nil }
    return widths.quantile(0.5).map(Double.init)
  }

  /// Brightness along a row, weighted 1-2-1, so that noise does not break an edge into pieces.
  private static func smoothedRow(_ row: Int, of image: PageImage) -> [Float] {
    image.pixels.withUnsafeBufferPointer { pixels in
      func level(_ column: Int) -> Float {
        let index = (row * image.width + column) * image.channels
        guard image.channels == 3 else { return Float(pixels[index]) }
        // ITU-R BT.601.
        return 0.299 * Float(pixels[index]) + 0.587 * Float(pixels[index + 1])
          + 0.114 * Float(pixels[index + 2])
      }
      guard image.width >= 3 else { return [] }
      var (left, middle) = (level(0), level(1))
      return (2..<image.width).map { column in
        let right = level(column)
        defer { (left, middle) = (middle, right) }
        return (left + 2 * middle + right) / 4
      }
    }
  }

  /// Height by greatest slope of each run that only rises or only falls, and does so by `least` levels.
  private static func ramps(in row: [Float], least: Float) -> [Float] {
    var ramps: [Float] = []
    var (height, slope): (Float, Float) = (0, 0)
    for index in row.indices.dropFirst() {
      let change = row[index] - row[index - 1]
      if (change > 0) != (height > 0) || change == 0 {
        if abs(height) >= least { ramps.append(abs(height) / slope) }
        (height, slope) = (0, 0)
      }
      height += change
      slope = max(slope, abs(change))
    }
    if abs(height) >= least { ramps.append(abs(height) / slope) }
    return ramps
  }
}
