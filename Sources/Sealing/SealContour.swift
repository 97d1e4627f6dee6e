import Typefaces

/// A closed contour of a seal as PDF path operators, in whole units and as few of them as show the same.
struct SealContour {
  /// A quarter of a dot at 600 dpi, in units of `SealOutline.precision`.
  private static let tolerance = 0.36

  private struct Piece {
    /// Start, control points, end.
    var points: [SIMD2<Int>]
    var isLine: Bool

    var start: SIMD2<Int> { points[0] }
    var written: String {
      (isLine ? points.suffix(1) : points.suffix(3)).map(SealContour.written).joined()
        + (isLine ? "l\n" : "c\n")
    }
  }

  private let pieces: [Piece]

  init(_ ring: OutlineRing, from middle: OutlineRing.Point) {
    pieces = ring.simplified(within: Self.tolerance).pieces.map { piece in
      Piece(
        points: [piece.start, piece.first, piece.second, piece.end].map {
          SIMD2<Int>($0 - middle, rounding: .toNearestOrAwayFromZero)
        }, isLine: piece.isLine)
    }.filter { piece in piece.points.contains { $0 != piece.start } }
  }

  /// Begins behind the line that takes most to say: painting closes a contour by itself (ISO 32000-1, 8.5.3.3.1).
  var operators: String {
    let closing = pieces.indices.filter { pieces[$0].isLine }
      .max { pieces[$0].written.utf8.count < pieces[$1].written.utf8.count }
    let turned = closing.map { pieces[($0 + 1)...] + pieces[..<$0] } ?? pieces[...]
    guard let first = turned.first else { return "" }
    return Self.written(first.start) + "m\n" + turned.map(\.written).joined()
  }

  private static func written(_ point: SIMD2<Int>) -> String { "\(point.x) \(point.y) " }
}
