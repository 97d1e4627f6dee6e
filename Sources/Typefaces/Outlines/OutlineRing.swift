/// A closed contour as a font has it: pieces between places of its plane, each from where the one before ended.
package struct OutlineRing {
  package typealias Point = SIMD2<Double>

  /// Units of an em, as most fonts with such outlines have it.
  static let unitsPerEm = 1000

  package struct Piece {
    package var start: Point
    package var first: Point
    package var second: Point
    package var end: Point
    package var isLine: Bool
    /// Places of the font's outline that this piece stands for, its ends left out.
    private(set) var passed: [Point]

    init(lineFrom start: Point, to end: Point, passing passed: [Point] = []) {
      (self.start, first, second, self.end) = (start, start, end, end)
      isLine = true
      self.passed = passed
    }

    init(
      curveFrom start: Point, _ first: Point, _ second: Point, to end: Point,
      passing passed: [Point]? = nil
    ) {
      (self.start, self.first, self.second, self.end) = (start, first, second, end)
      isLine = false
      self.passed = passed ?? []
      if passed == nil { self.passed = (1..<8).map { place(at: Double($0) / 8) } }
    }

    /// Of a curve (Bézier, third degree), `part` from 0 to 1.
    func place(at part: Double) -> Point {
      let rest = 1 - part
      let middle = 3 * rest * part * (rest * first + part * second)
      return rest * rest * rest * start + middle + part * part * part * end
    }
  }

  package private(set) var pieces: [Piece] = []
  private var place = Point.zero

  /// Begins nowhere yet.
  init() {}

  /// - Parameter start: where its first piece begins.
  package init(from start: Point) { place = start }

  package mutating func line(to point: Point) {
    append(Piece(lineFrom: place, to: point))
  }

  package mutating func curve(_ first: Point, _ second: Point, to point: Point) {
    append(Piece(curveFrom: place, first, second, to: point))
  }

  /// A contour that does not end at its start is closed by a line.
  package mutating func close() {
    if let start = pieces.first?.start, place != start { line(to: start) }
  }

  mutating func append(_ piece: Piece) {
    pieces.append(piece)
    place = piece.end
  }

  /// The contour on the grid of `GlyphOutline`; without segments where nothing of it is left.
  var onGrid: [GlyphOutline.Placed] {
    pieces.compactMap { piece in
      let places = [piece.start, piece.first, piece.second, piece.end].map(GlyphOutline.Vector.init)
      let steps = Self.straightened(zip(places.dropFirst(), places).map { $0 - $1 })
      guard steps.contains(where: { !$0.isZero }) else { return nil }
      let isStraight = steps.allSatisfy { $0.x == 0 } || steps.allSatisfy { $0.y == 0 }
      let segment =
        piece.isLine || isStraight
        ? GlyphOutline.Segment.line(places[3] - places[0]) : .curve(steps[0], steps[1], steps[2])
      return GlyphOutline.Placed(start: places[0], segment: segment)
    }
  }
}

extension OutlineRing {
  /// The handles of a curve; one that is a unit off an axis is put onto it, which moves the curve by less than half of that.
  private static func straightened(_ steps: [GlyphOutline.Vector]) -> [GlyphOutline.Vector] {
    let (first, last) = (steps[0].straightened, steps[2].straightened)
    return [first, steps[0] + steps[1] + steps[2] - first - last, last]
  }
}

extension GlyphOutline {
  /// A segment of a closed contour, with where it begins.
  struct Placed: Equatable {
    var start: Vector
    var segment: Segment
  }
}

extension GlyphOutline.Vector {
  /// On an axis, where it is long and hardly off it.
  fileprivate var straightened: Self {
    if abs(x) == 1, abs(y) >= 4 { return Self(x: 0, y: y) }
    if abs(y) == 1, abs(x) >= 4 { return Self(x: x, y: 0) }
    return self
  }

  fileprivate init(_ point: OutlineRing.Point) {
    let place = point * Double(GlyphOutline.unitsPerEm) / Double(OutlineRing.unitsPerEm)
    x = Int(exactly: place.x.rounded()) ?? 0
    y = Int(exactly: place.y.rounded()) ?? 0
  }
}
