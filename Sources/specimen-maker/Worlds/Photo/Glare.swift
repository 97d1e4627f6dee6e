import CCairo
import Cases
import Foundation

/// The image of a lamp or a window in a shiny card, in the card's millimetres.
struct Glare {
  var middle: Point
  /// Half the size along and across.
  var reach: (along: Double, across: Double)
  var degrees: Double
  /// 0 to 1; nothing can be read under 1.
  var strength: Double

  /// A glare on a card of that size. What blots out everything keeps clear of the lines in `boxes`.
  static func any(
    hard: Bool, over size: Box, clearOf boxes: [Polygon], _ random: inout Randomness
  ) -> Glare? {
    let strong = random.chance(hard ? 0.5 : 0.3)
    for _ in 0..<16 {
      let long = random.chance(0.4)
      let glare = Glare(
        middle: Point(
          size.left + random.real(0.05...0.95) * size.width,
          size.top + random.real(0.05...0.95) * size.height),
        reach: (
          random.real(long ? 18...50 : 6...14) * size.width / 90,
          random.real(long ? 3...7 : 5...12) * size.width / 90
        ),
        degrees: random.real(0...180),
        strength: strong ? random.real(0.8...1) : random.real(hard ? 0.3...0.6 : 0.15...0.45))
      if !strong || !boxes.contains(where: glare.touches) { return glare }
    }
    return nil
  }

  func draw(on canvas: Canvas) {
    canvas.place(x: middle.x, y: middle.y, degrees: degrees) {
      cairo_scale(canvas.context, reach.along, reach.across)
      guard let pattern = cairo_pattern_create_radial(0, 0, 0, 0, 0, 1) else { return }
      defer { cairo_pattern_destroy(pattern) }
      for stop in stride(from: 0.0, through: 1, by: 0.1) {
        let fall = 0.5 + 0.5 * cos(stop * .pi)
        cairo_pattern_add_color_stop_rgba(
          pattern, stop, 1, 1, 0.98, strength * min(1, fall * (strength > 0.7 ? 1.5 : 1)))
      }
      cairo_set_source(canvas.context, pattern)
      cairo_arc(canvas.context, 0, 0, 1, 0, 2 * .pi)
      cairo_fill(canvas.context)
    }
  }

  private func touches(_ line: Polygon) -> Bool {
    guard line.corners.count == 4 else { return false }
    let back = Turn(-degrees)
    return stride(from: 0.0, through: 1, by: 0.05).contains { share in
      [(0, 1), (3, 2)].contains { start, end in
        let (from, to) = (line.corners[start], line.corners[end])
        let own = back(
          Point(
            from.x + (to.x - from.x) * share - middle.x,
            from.y + (to.y - from.y) * share - middle.y))
        return hypot(own.x / reach.along, own.y / reach.across) < 1
      }
    }
  }
}
