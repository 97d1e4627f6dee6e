import CCairo
import CPango
import Cases
import Foundation
import Typefaces

/// Collects filled shapes as PDF path operators; text goes in as outlines, so that no font object is needed.
/// Lengths in points, origin top left, y downwards.
final class SealOutline {
  /// Coordinates are written as whole numbers of this part of a point: shorter than decimals, finer than print.
  static let precision = 20.0

  private let size: Double
  private let surface: OpaquePointer
  private let cairo: OpaquePointer
  private(set) var operators = ""

  init(size: Double) throws(Problem) {
    guard
      let surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil),
      let cairo = cairo_create(surface)
    else { throw .sealingFailed("cairo") }
    self.size = size
    self.surface = surface
    self.cairo = cairo
  }

  deinit {
    cairo_destroy(cairo)
    cairo_surface_destroy(surface)
  }

  func ring(radius: Double, width: Double) {
    let middle = size / 2
    cairo_arc(cairo, middle, middle, radius, 0, 2 * .pi)
    cairo_close_path(cairo)
    cairo_new_sub_path(cairo)
    cairo_arc_negative(cairo, middle, middle, radius - width, 2 * .pi, 0)
    cairo_close_path(cairo)
    fill()
  }

  /// A five-point star, one point up (GB 12982: the inner radius of the national star).
  func star(radius: Double) {
    let inner = radius * 0.381966
    for corner in 0..<10 {
      let angle = -Double.pi / 2 + Double(corner) * .pi / 5
      let distance = corner.isMultiple(of: 2) ? radius : inner
      cairo_line_to(cairo, size / 2 + distance * cos(angle), size / 2 + distance * sin(angle))
    }
    cairo_close_path(cairo)
    fill()
  }

  /// A line of text, its middle at `x` and its ink centred on `y`, turned by `angle` about that place.
  func text(
    _ text: String, _ font: PinnedFont, points: Double, x: Double, y: Double, angle: Double = 0,
    stretch: Double = 1
  ) throws(Problem) {
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

  /// Writes the current path out and begins a new one.
  private func fill() {
    defer { cairo_new_path(cairo) }
    guard let path = cairo_copy_path(cairo) else { return }
    defer { cairo_path_destroy(path) }
    var index = 0
    while index < Int(path.pointee.num_data), let data = path.pointee.data {
      let header = data[index].header
      let points = (1..<max(1, Int(header.length))).map {
        Point(data[index + $0].point.x, data[index + $0].point.y)
      }
      switch header.type {
      case CAIRO_PATH_MOVE_TO: write(points, "m")
      case CAIRO_PATH_LINE_TO: write(points, "l")
      case CAIRO_PATH_CURVE_TO: write(points, "c")
      default: operators += "h\n"
      }
      index += max(1, Int(header.length))
    }
    operators += "f\n"
  }

  private func write(_ points: [Point], _ name: String) {
    for point in points {
      let x = Int((point.x * Self.precision).rounded())
      let y = Int(((size - point.y) * Self.precision).rounded())
      operators += "\(x) \(y) "
    }
    operators += name + "\n"
  }
}
