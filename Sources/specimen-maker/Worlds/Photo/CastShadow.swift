import CCairo
import Cases

/// The shadow of something flat on the desk, away from the light.
enum CastShadow {
  /// `away` is how far the shadow reaches, in millimetres.
  static func draw(
    under box: Box, radius: Double, away: Point, softness: Double, on canvas: Canvas
  ) {
    let steps = 8
    for step in 0..<steps {
      let share = Double(step) / Double(steps - 1)
      let reach = softness * (0.5 - share)
      let shifted = Box(
        left: box.left + away.x, top: box.top + away.y, right: box.right + away.x,
        bottom: box.bottom + away.y)
      canvas.roundedPath(shifted.grown(x: reach, y: reach), radius: max(0.05, radius + reach))
      canvas.use(.grey(0, alpha: 0.07))
      cairo_fill(canvas.context)
    }
  }
}
