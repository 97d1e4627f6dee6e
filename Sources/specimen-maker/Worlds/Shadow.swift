import CCairo
import Cases

/// The soft shadow that a sheet throws on the lid when the lamp passes.
enum Shadow {
  static func draw(under drawing: some Drawing, depth: Double, on canvas: Canvas) {
    let steps = 7
    for step in stride(from: steps, through: 1, by: -1) {
      let reach = depth * Double(step) / Double(steps)
      canvas.roundedPath(
        Box(
          left: -reach * 0.5, top: -reach * 0.3, right: drawing.width + reach,
          bottom: drawing.height + reach * 1.1),
        radius: drawing.radius + reach)
      canvas.use(.grey(0, alpha: 0.055))
      cairo_fill(canvas.context)
    }
  }
}
