import CLeptonica
import Cases

/// The outline of one dark region of a one-bit picture.
struct Outline {
  private let left: [Int?]
  private let right: [Int?]
  private let top: [Int?]
  private let bottom: [Int?]
  /// Dark pixels.
  let area: Int

  /// First and last dark pixel of each row and column.
  init(of mask: borrowing PixImage) {
    let (width, height) = (mask.width, mask.height)
    var left = [Int?](repeating: nil, count: height)
    var (right, top, bottom) = (
      left, [Int?](repeating: nil, count: width), [Int?](repeating: nil, count: width)
    )
    var area = 0
    let rowWords = Int(pixGetWpl(mask.pix))
    if let data = pixGetData(mask.pix) {
      for y in 0..<height {
        let words = data + y * rowWords
        for x in 0..<width where words[x >> 5] >> (31 - UInt32(x & 31)) & 1 == 1 {
          if left[y] == nil { left[y] = x }
          right[y] = x
          if top[x] == nil { top[x] = y }
          bottom[x] = y
          area += 1
        }
      }
    }
    (self.left, self.right, self.top, self.bottom, self.area) = (left, right, top, bottom, area)
  }

  /// The four straight sides of the region, as corners; nil where it has none.
  var quadrilateral: Quadrilateral? {
    guard let leftSide = Self.side(left), let rightSide = Self.side(right),
      let topSide = Self.side(top), let bottomSide = Self.side(bottom)
    else { return nil }
    // Left and right are x = offset + slope * y; top and bottom are y = offset + slope * x.
    func corner(_ upright: Side, _ level: Side) -> Point {
      let y = (level.offset + level.slope * upright.offset) / (1 - level.slope * upright.slope)
      return Point(upright.offset + upright.slope * y, y)
    }
    return Quadrilateral(
      topLeft: corner(leftSide, topSide), topRight: corner(rightSide, topSide),
      bottomRight: corner(rightSide, bottomSide), bottomLeft: corner(leftSide, bottomSide))
  }

  private struct Side {
    let offset: Double
    let slope: Double
  }

  /// A line through the middle part of one side, by least squares without the points that lie off it: corners are
  /// round, and a shadow or a finger bulges.
  private static func side(_ positions: [Int?]) -> Side? {
    let margin = positions.count / 6
    var points = positions.enumerated()
      .filter { $0.offset >= margin && $0.offset < positions.count - margin }
      .compactMap { index, value in value.map { (at: Double(index), value: Double($0)) } }
    var line: Side?
    for _ in 0..<4 {
      guard points.count >= 8, let fitted = fit(points) else { return line }
      line = fitted
      let distances = points.map { abs($0.value - fitted.offset - fitted.slope * $0.at) }
      let usual = distances.sorted()[distances.count / 2]
      points = zip(points, distances).filter { $1 <= max(1, 2.5 * usual) }.map(\.0)
    }
    return line
  }

  private static func fit(_ points: [(at: Double, value: Double)]) -> Side? {
    let n = Double(points.count)
    let at = points.reduce(0) { $0 + $1.at } / n
    let value = points.reduce(0) { $0 + $1.value } / n
    let spread = points.reduce(0) { $0 + ($1.at - at) * ($1.at - at) }
    guard spread > 0 else { return nil }
    let slope = points.reduce(0) { $0 + ($1.at - at) * ($1.value - value) } / spread
    return Side(offset: value - slope * at, slope: slope)
  }
}
