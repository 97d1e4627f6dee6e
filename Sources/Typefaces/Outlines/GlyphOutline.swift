import CHarfBuzz

/// The outline of a glyph on a grid of whole numbers, which is coarser than the font's own: what is rounded away is less than
/// a dot of a printer at 600 dpi, and a number takes a bit less.
struct GlyphOutline: Equatable {
  /// Grid units of an em. An em of 16 points is 5.6 mm, a unit of it 0.011 mm.
  static let unitsPerEm = 500

  struct Vector: Equatable {
    var x: Int
    var y: Int

    var isZero: Bool { x == 0 && y == 0 }

    static func - (left: Vector, right: Vector) -> Vector {
      Vector(x: left.x - right.x, y: left.y - right.y)
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

  private(set) var contours: [Contour] = []
  private var pen = Vector(x: 0, y: 0)

  /// - Parameter font: scaled to the grid.
  init(of glyph: UInt32, in font: OpaquePointer, _ drawing: GlyphDrawing) {
    withUnsafeMutablePointer(to: &self) {
      hb_font_get_glyph_shape(font, glyph, drawing.pointer, $0)
    }
    endContour()
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
      for segment in contour.segments {
        for step in segment.steps {
          pen = Vector(x: pen.x + step.x, y: pen.y + step.y)
          take()
        }
      }
    }
    return box
  }

  fileprivate mutating func move(to point: Vector) {
    endContour()
    contours.append(Contour(start: point))
    pen = point
  }

  fileprivate mutating func line(to point: Vector) { append(.line(point - pen), to: point) }

  fileprivate mutating func curve(_ first: Vector, _ second: Vector, to point: Vector) {
    append(.curve(first - pen, second - first, point - second), to: point)
  }

  private mutating func append(_ segment: Segment, to point: Vector) {
    pen = point
    guard !contours.isEmpty, segment.steps.contains(where: { !$0.isZero }) else { return }
    contours[contours.count - 1].segments.append(segment)
  }

  /// The line back to the start is drawn without being said; what rounding left without extent is left out.
  private mutating func endContour() {
    guard var last = contours.popLast() else { return }
    if case .line = last.segments.last, pen == last.start { last.segments.removeLast() }
    if !last.segments.isEmpty { contours.append(last) }
  }
}

extension GlyphOutline.Segment {
  var steps: [GlyphOutline.Vector] {
    switch self {
    case .line(let step): [step]
    case .curve(let first, let second, let third): [first, second, third]
    }
  }
}

/// How HarfBuzz is to tell an outline. Curves of TrueType come as the same curves of the third degree.
///
/// Sendable although it holds a pointer: it is made immutable before anybody else sees it.
final class GlyphDrawing: @unchecked Sendable {
  static let shared = GlyphDrawing()
  fileprivate let pointer: OpaquePointer?

  private init() {
    let functions = hb_draw_funcs_create()
    hb_draw_funcs_set_move_to_func(
      functions, { _, outline, _, x, y, _ in change(outline) { $0.move(to: point(x, y)) } },
      nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions, { _, outline, _, x, y, _ in change(outline) { $0.line(to: point(x, y)) } },
      nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, outline, _, x1, y1, x2, y2, x, y, _ in
        change(outline) { $0.curve(point(x1, y1), point(x2, y2), to: point(x, y)) }
      }, nil, nil)
    hb_draw_funcs_make_immutable(functions)
    pointer = functions
  }

  deinit { hb_draw_funcs_destroy(pointer) }
}

private func change(
  _ outline: UnsafeMutableRawPointer?, _ step: (inout GlyphOutline) -> Void
) {
  guard let outline else { return }
  step(&outline.assumingMemoryBound(to: GlyphOutline.self).pointee)
}

private func point(_ x: Float, _ y: Float) -> GlyphOutline.Vector {
  GlyphOutline.Vector(x: Int(exactly: x.rounded()) ?? 0, y: Int(exactly: y.rounded()) ?? 0)
}
