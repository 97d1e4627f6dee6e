import CCairo
import Cases

/// Lines, boxes, rounds and shades.
extension Canvas {
  func use(_ ink: Ink) {
    cairo_set_source_rgba(context, ink.red, ink.green, ink.blue, ink.alpha)
  }

  /// Covers everything, to the last half pixel.
  func flood(_ ink: Ink) {
    use(ink)
    cairo_paint(context)
  }

  func fill(_ box: Box, _ ink: Ink) {
    use(ink)
    cairo_rectangle(context, box.left, box.top, box.width, box.height)
    cairo_fill(context)
  }

  func outline(_ box: Box, width: Double, _ ink: Ink) {
    use(ink)
    cairo_set_line_width(context, width)
    cairo_rectangle(context, box.left, box.top, box.width, box.height)
    cairo_stroke(context)
  }

  func line(_ points: [Point], width: Double, _ ink: Ink) {
    cairo_new_path(context)
    use(ink)
    cairo_set_line_width(context, width)
    for point in points { cairo_line_to(context, point.x, point.y) }
    cairo_stroke(context)
  }

  func disc(x: Double, y: Double, radius: Double, _ ink: Ink) {
    use(ink)
    cairo_new_sub_path(context)
    cairo_arc(context, x, y, radius, 0, 2 * .pi)
    cairo_fill(context)
  }

  func ring(x: Double, y: Double, radius: Double, width: Double, _ ink: Ink) {
    use(ink)
    cairo_set_line_width(context, width)
    cairo_new_sub_path(context)
    cairo_arc(context, x, y, radius, 0, 2 * .pi)
    cairo_stroke(context)
  }

  /// Leaves a rectangle with rounded corners as the current path.
  func roundedPath(_ box: Box, radius: Double) {
    cairo_new_sub_path(context)
    cairo_arc(context, box.right - radius, box.top + radius, radius, -.pi / 2, 0)
    cairo_arc(context, box.right - radius, box.bottom - radius, radius, 0, .pi / 2)
    cairo_arc(context, box.left + radius, box.bottom - radius, radius, .pi / 2, .pi)
    cairo_arc(context, box.left + radius, box.top + radius, radius, .pi, 3 * .pi / 2)
    cairo_close_path(context)
  }

  /// Draws inside a clip made of the current path.
  func clipped(_ draw: () throws -> Void) rethrows {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_clip(context)
    try draw()
  }

  /// Shades a rectangle from `first` to `last` along the line between two of its points.
  func shade(_ box: Box, from start: Point, to end: Point, _ inks: [Ink]) {
    let pattern = cairo_pattern_create_linear(start.x, start.y, end.x, end.y)
    defer { cairo_pattern_destroy(pattern) }
    for (place, ink) in inks.enumerated() {
      cairo_pattern_add_color_stop_rgba(
        pattern, Double(place) / Double(max(1, inks.count - 1)), ink.red, ink.green, ink.blue,
        ink.alpha)
    }
    cairo_set_source(context, pattern)
    cairo_rectangle(context, box.left, box.top, box.width, box.height)
    cairo_fill(context)
  }
}
