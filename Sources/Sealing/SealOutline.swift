import CCairo
import CPango
import Cases
import Foundation
import Typefaces

/// Collects filled shapes as PDF path operators; text goes in as outlines, so that no font object is needed.
/// Lengths in points, origin top left, y downwards.
final class SealOutline {
  /// Coordinates are written as whole numbers of this part of a point: shorter than decimals, finer than printers print.
  static let precision = 12.0

  private let height: Double
  private let surface: OpaquePointer
  private let cairo: OpaquePointer
  private(set) var operators = ""

  init(height: Double) throws(Problem) {
    guard
      let surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil),
      let cairo = cairo_create(surface)
    else { throw .sealingFailed("cairo") }
    self.height = height
    self.surface = surface
    self.cairo = cairo
  }

  deinit {
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  /// An elliptic ring whose outer half axes are given.
  func ring(middle: Point, halfWidth: Double, halfHeight: Double, thickness: Double) {
    ellipse(middle, halfWidth, halfHeight, clockwise: true)
    ellipse(middle, halfWidth - thickness, halfHeight - thickness, clockwise: false)
    fill()
  }

  private func ellipse(_ middle: Point, _ a: Double, _ b: Double, clockwise: Bool) {
    cairo_save(cairo)
    cairo_translate(cairo, middle.x, middle.y)
    cairo_scale(cairo, a, b)
    cairo_new_sub_path(cairo)
    if clockwise {
      cairo_arc(cairo, 0, 0, 1, 0, 2 * .pi)
    } else {
      cairo_arc_negative(cairo, 0, 0, 1, 2 * .pi, 0)
    }
    cairo_close_path(cairo)
    cairo_restore(cairo)
  }

  /// A rectangular frame along the edge of the box.
  func frame(_ box: Box, thickness: Double) {
    cairo_rectangle(cairo, box.left, box.top, box.width, box.height)
    // The other way round, so that the inside stays open.
    let (left, right) = (box.left + thickness, box.right - thickness)
    let (top, bottom) = (box.top + thickness, box.bottom - thickness)
    cairo_move_to(cairo, left, top)
    for (x, y) in [(left, bottom), (right, bottom), (right, top)] { cairo_line_to(cairo, x, y) }
    cairo_close_path(cairo)
    fill()
  }

  /// A five-point star, one point up (GB 12982: the inner radius of the national star).
  func star(middle: Point, radius: Double) {
    let inner = radius * 0.381966
    for corner in 0..<10 {
      let angle = -Double.pi / 2 + Double(corner) * .pi / 5
      let distance = corner.isMultiple(of: 2) ? radius : inner
      cairo_line_to(
        cairo, middle.x + distance * cos(angle), middle.y + distance * sin(angle))
    }
    cairo_close_path(cairo)
    fill()
  }

  /// A line of text, its middle at `x` and its ink centred on `y`, turned by `angle` about that place.
  func text(
    _ text: String, _ font: PinnedFont, points: Double, x: Double, y: Double, angle: Double = 0,
    stretch: Double = 1
  ) throws(Problem) {
    guard !text.isEmpty else { return }
    guard let layout = pango_cairo_create_layout(cairo) else { throw .sealingFailed("pango") }
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_cairo_context_set_resolution(pango_layout_get_context(layout), 72)
    // Hinting would bend the outlines to the pixels of a screen that is not there.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(pango_layout_get_context(layout), options)
    cairo_font_options_destroy(options)
    pango_layout_context_changed(layout)
    let description = font.description(points: points)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_text(layout, text, -1)
    var ink = PangoRectangle()
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, &ink, &logical)
    let unit = Double(PANGO_SCALE)
    cairo_save(cairo)
    cairo_translate(cairo, x, y)
    cairo_rotate(cairo, angle)
    cairo_scale(cairo, stretch, 1)
    cairo_move_to(
      cairo, -Double(logical.width) / unit / 2,
      -Double(ink.y) / unit - Double(ink.height) / unit / 2)
    pango_cairo_layout_path(cairo, layout)
    cairo_restore(cairo)
    fill()
  }

  /// Writes the current path out and begins a new one. Each shape has coordinates from its own middle: short numbers, and
  /// a character that comes twice looks alike to the compression.
  private func fill() {
    defer { cairo_new_path(cairo) }
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_path_extents(cairo, &left, &top, &right, &bottom)
    let middle = place((left + right) / 2, (top + bottom) / 2).rounded(.toNearestOrAwayFromZero)
    operators += "q 1 0 0 1 \(Int(middle.x)) \(Int(middle.y)) cm\n"
    for ring in rings() { operators += SealContour(ring, from: middle).operators }
    operators += "f Q\n"
  }

  /// The contours of the current path, in units.
  private func rings() -> [OutlineRing] {
    guard let path = cairo_copy_path(cairo) else { return [] }
    defer { cairo_path_destroy(path) }
    var rings: [OutlineRing] = []
    var ring = OutlineRing(from: .zero)
    func close() {
      ring.close()
      if !ring.pieces.isEmpty { rings.append(ring) }
    }
    var index = 0
    while index < Int(path.pointee.num_data), let data = path.pointee.data {
      let header = data[index].header
      let points = (1..<max(1, Int(header.length))).map {
        place(data[index + $0].point.x, data[index + $0].point.y)
      }
      switch (header.type, points.count) {
      case (CAIRO_PATH_MOVE_TO, 1):
        close()
        ring = OutlineRing(from: points[0])
      case (CAIRO_PATH_LINE_TO, 1): ring.line(to: points[0])
      case (CAIRO_PATH_CURVE_TO, 3): ring.curve(points[0], points[1], to: points[2])
      default: break
      }
      index += max(1, Int(header.length))
    }
    close()
    return rings
  }

  /// In units from the lower left, as PDF counts.
  private func place(_ x: Double, _ y: Double) -> OutlineRing.Point {
    OutlineRing.Point(x, height - y) * Self.precision
  }
}
