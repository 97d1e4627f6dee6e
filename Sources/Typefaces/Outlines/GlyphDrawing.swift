import CHarfBuzz

/// How HarfBuzz is to tell an outline. Curves of TrueType come as the same curves of the third degree.
///
/// Sendable although it holds a pointer: it is made immutable before anybody else sees it.
private final class GlyphDrawing: @unchecked Sendable {
  static let shared = GlyphDrawing()
  let pointer: OpaquePointer?

  private init() {
    let functions = hb_draw_funcs_create()
    hb_draw_funcs_set_move_to_func(
      functions, { _, pen, _, x, y, _ in change(pen) { $0.move(to: point(x, y)) } }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions, { _, pen, _, x, y, _ in change(pen) { $0.line(to: point(x, y)) } }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, pen, _, x1, y1, x2, y2, x, y, _ in
        change(pen) { $0.curve(point(x1, y1), point(x2, y2), to: point(x, y)) }
      }, nil, nil)
    hb_draw_funcs_make_immutable(functions)
    pointer = functions
  }

  deinit { hb_draw_funcs_destroy(pointer) }
}

extension OutlineRing {
  /// The contours of a glyph as the font has them.
  /// - Parameter font: scaled to `unitsPerEm`.
  static func rings(of glyph: UInt32, in font: OpaquePointer) -> [OutlineRing] {
    var pen = OutlinePen()
    withUnsafeMutablePointer(to: &pen) {
      hb_font_get_glyph_shape(font, glyph, GlyphDrawing.shared.pointer, $0)
    }
    pen.close()
    return pen.rings
  }
}

/// Collects what HarfBuzz tells.
private struct OutlinePen {
  private(set) var rings: [OutlineRing] = []
  private var ring = OutlineRing()

  mutating func move(to point: OutlineRing.Point) {
    close()
    ring = OutlineRing(from: point)
  }

  mutating func line(to point: OutlineRing.Point) { ring.line(to: point) }

  mutating func curve(
    _ first: OutlineRing.Point, _ second: OutlineRing.Point, to point: OutlineRing.Point
  ) {
    ring.curve(first, second, to: point)
  }

  mutating func close() {
    ring.close()
    if !ring.pieces.isEmpty { rings.append(ring) }
    ring = OutlineRing()
  }
}

private func change(_ pen: UnsafeMutableRawPointer?, _ step: (inout OutlinePen) -> Void) {
  guard let pen else { return }
  step(&pen.assumingMemoryBound(to: OutlinePen.self).pointee)
}

private func point(_ x: Float, _ y: Float) -> OutlineRing.Point {
  OutlineRing.Point(x.isFinite ? Double(x) : 0, y.isFinite ? Double(y) : 0)
}
