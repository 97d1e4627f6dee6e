import CCairo
import Cases

/// Part of a keyboard: rows of keys.
enum Keyboard {
  static func draw(on canvas: Canvas, _ random: inout Randomness) {
    let dark = random.chance(0.65)
    let body = Box(left: -220, top: -64, right: 220, bottom: 64)
    CastShadow.draw(under: body, radius: 4, away: Point(2, 5), softness: 8, on: canvas)
    canvas.roundedPath(body, radius: 4)
    canvas.use(.grey(dark ? 0.12 : 0.8))
    cairo_fill(canvas.context)
    for row in 0..<6 {
      let slip = Double(row) * 4.6
      for key in 0..<22 {
        let (x, y) = (-212 + slip + Double(key) * 19, -56 + Double(row) * 19)
        guard x < 195 else { continue }
        let cap = Box(left: x, top: y, right: x + 16.5, bottom: y + 16.5)
        canvas.roundedPath(cap, radius: 1.6)
        canvas.clipped {
          canvas.shade(
            cap, from: Point(x, y), to: Point(x, y + 16.5),
            dark ? [.grey(0.3), .grey(0.2)] : [.grey(0.97), .grey(0.9)])
        }
        canvas.fill(
          Box(left: x + 3, top: y + 3, right: x + 6.4, bottom: y + 6.6), .grey(dark ? 0.8 : 0.3))
      }
    }
  }
}
