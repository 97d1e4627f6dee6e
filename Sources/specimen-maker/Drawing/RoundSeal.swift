import CCairo
import Cases
import Foundation

/// The red round seal of a registration authority, its name on the arc, over a star.
enum RoundSeal {
  static func draw(
    _ name: String, x: Double, y: Double, radius: Double, _ ink: Ink, on canvas: Canvas
  ) throws {
    try canvas.place(x: x, y: y) {
      canvas.ring(x: 0, y: 0, radius: radius, width: radius * 0.05, ink)
      star(radius: radius * 0.28, ink, canvas)
      try arc(name, radius: radius * 0.8, ink, canvas)
      let style = TextStyle(.notoSans, radius * 0.17, bold: true, ink: ink)
      try canvas.text("样本", x: 0, y: radius * 0.34, style, .centre)
    }
  }

  private static func star(radius: Double, _ ink: Ink, _ canvas: Canvas) {
    for corner in 0..<10 {
      let angle = -Double.pi / 2 + Double(corner) * .pi / 5
      let reach = corner.isMultiple(of: 2) ? radius : radius * 0.382
      cairo_line_to(canvas.context, reach * cos(angle), reach * sin(angle))
    }
    cairo_close_path(canvas.context)
    canvas.use(ink)
    cairo_fill(canvas.context)
  }

  private static func arc(
    _ name: String, radius: Double, _ ink: Ink, _ canvas: Canvas
  ) throws {
    let size = min(radius * 0.27, radius * 4.2 / Double(max(1, name.count)))
    let step = min(0.36, 4.4 / Double(max(1, name.count)))
    let style = TextStyle(.notoSerif, size, bold: true, ink: ink)
    for (place, character) in name.enumerated() {
      let angle = (Double(place) - Double(name.count - 1) / 2) * step
      try canvas.place(x: 0, y: 0, degrees: angle * 180 / .pi) {
        try canvas.text(String(character), x: 0, y: -radius - size / 2, style, .centre)
      }
    }
  }
}
