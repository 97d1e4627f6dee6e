/// The outline of a glyph on a grid of whole numbers, which is coarser than the font's own, with as few segments as show the
/// same: what is lost is less than a dot of a printer at 600 dpi, and most numbers take a single byte.
struct GlyphOutline: Equatable {
  /// Grid units of an em. An em of 16 points is 5.6 mm, a unit of it 0.023 mm; nothing is off by more than half of one.
  static let unitsPerEm = 250

  /// How far a place of the font's outline may be from the simpler one, in thousandths of an em. An em of 16 points has 133
  /// dots at 600 dpi: a quarter of a dot.
  static let tolerance = 2.0

  struct Vector: Equatable {
    var x: Int
    var y: Int

    var isZero: Bool { x == 0 && y == 0 }

    static func - (left: Vector, right: Vector) -> Vector {
      Vector(x: left.x - right.x, y: left.y - right.y)
    }

    static func + (left: Vector, right: Vector) -> Vector {
      Vector(x: left.x + right.x, y: left.y + right.y)
    }
  }

  /// From where the segment before it ended.
  enum Segment: Equatable {
    case line(Vector)
    /// To the first control point, from there to the second, from there to the end.
    case curve(Vector, Vector, Vector)
  }

  /// Closed by a line where it does not end at its start.
  struct Contour: Equatable {
    var start: Vector
    var segments: [Segment] = []
  }

  let contours: [Contour]

  init(_ rings: [OutlineRing]) {
    contours = ContourOrder.arranged(
      rings.map { $0.simplified(within: Self.tolerance).onGrid }.filter { !$0.isEmpty })
  }

  /// Left, bottom, right, top of all its points, control points included; nil where it has none.
  var box: (left: Int, bottom: Int, right: Int, top: Int)? {
    var box: (left: Int, bottom: Int, right: Int, top: Int)?
    for contour in contours {
      var pen = contour.start
      func take() {
        let old = box ?? (pen.x, pen.y, pen.x, pen.y)
        box = (
          min(old.left, pen.x), min(old.bottom, pen.y), max(old.right, pen.x), max(old.top, pen.y)
        )
      }
      take()
      for step in contour.segments.flatMap(\.steps) {
        pen = pen + step
        take()
      }
    }
    return box
  }
}

extension GlyphOutline.Segment {
  var steps: [GlyphOutline.Vector] {
    switch self {
    case .line(let step): [step]
    case .curve(let first, let second, let third): [first, second, third]
    }
  }

  /// From its start to its end.
  var whole: GlyphOutline.Vector {
    switch self {
    case .line(let step): step
    case .curve(let first, let second, let third): first + second + third
    }
  }
}
