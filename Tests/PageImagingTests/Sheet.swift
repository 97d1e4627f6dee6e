import CCairo
import Foundation

/// A sheet of A4 on which things are drawn, in millimetres, at eight pixels for a millimetre.
final class Sheet {
  static let (width, height, scale) = (210.0, 297.0, 8.0)

  private let surface: OpaquePointer?
  private let context: OpaquePointer?

  init(grey: Double = 0.96) {
    surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(Self.width * Self.scale), Int32(Self.height * Self.scale))
    context = cairo_create(surface)
    cairo_scale(context, Self.scale, Self.scale)
    bar(0, 0, Self.width, Self.height, grey: grey)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  func bar(_ x: Double, _ y: Double, _ width: Double, _ height: Double, grey: Double) {
    colour([grey, grey, grey])
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
  }

  func disc(_ x: Double, _ y: Double, radius: Double, grey: Double) {
    colour([grey, grey, grey])
    cairo_arc(context, x, y, radius, 0, 2 * .pi)
    cairo_fill(context)
  }

  func ring(_ x: Double, _ y: Double, radius: Double, line: Double, ink: [Double]) {
    colour(ink)
    cairo_set_line_width(context, line)
    cairo_arc(context, x, y, radius, 0, 2 * .pi)
    cairo_stroke(context)
  }

  /// What lies beside paper that was fed askew: along the left edge, wider at the foot.
  func wedge(from top: Double, to foot: Double, grey: Double) {
    colour([grey, grey, grey])
    cairo_move_to(context, 0, 0)
    cairo_line_to(context, top, 0)
    cairo_line_to(context, foot, Self.height)
    cairo_line_to(context, 0, Self.height)
    cairo_fill(context)
  }

  /// Falls off from the left edge, as beside a spine.
  func shadow(width: Double, darkest: Double) {
    let pattern = cairo_pattern_create_linear(0, 0, width, 0)
    cairo_pattern_add_color_stop_rgba(pattern, 0, 0, 0, 0, 1 - darkest)
    cairo_pattern_add_color_stop_rgba(pattern, 1, 0, 0, 0, 0)
    cairo_set_source(context, pattern)
    cairo_rectangle(context, 0, 0, width, Self.height)
    cairo_fill(context)
    cairo_pattern_destroy(pattern)
  }

  func stroke(_ points: [(Double, Double)], ink: [Double], width: Double) {
    colour(ink)
    cairo_set_line_width(context, width)
    for (index, point) in points.enumerated() {
      if index == 0 {
        cairo_move_to(context, point.0, point.1)
      } else {
        cairo_line_to(context, point.0, point.1)
      }
    }
    cairo_stroke(context)
  }

  func signature(x: Double, y: Double, ink: [Double], width: Double) {
    let points = (0...60).map { step in
      let t = Double(step) / 60
      return (x + 35 * t + 3 * sin(t * 21), y - 6 * sin(t * 13) * (1 - t / 2))
    }
    stroke(points, ink: ink, width: width)
  }

  /// Size in points.
  func text(_ text: String, x: Double, y: Double, size: Double, grey: Double) {
    colour([grey, grey, grey])
    cairo_select_font_face(
      context, "Noto Sans CJK SC", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
    cairo_set_font_size(context, size * 25.4 / 72)
    cairo_move_to(context, x, y)
    cairo_show_text(context, text)
  }

  func lines(from y: Double, count: Int, size: Double, grey: Double, width: Double = 150) {
    let words = "根据有关规定，准予办理。Approved under the rules of 2026, see page 3. "
    let characters = Int(width / (size * 25.4 / 72) * 1.4)
    for line in 0..<count {
      text(
        String(String(repeating: words, count: 4).prefix(characters)), x: 25,
        y: y + Double(line) * size * 0.6, size: size, grey: grey)
    }
  }

  private func colour(_ rgb: [Double]) { cairo_set_source_rgb(context, rgb[0], rgb[1], rgb[2]) }

  var png: [UInt8] { pngFile(of: surface) }
}
