import Cases
import Foundation

/// The finer line work of newer printings.
extension Pattern {
  /// Bands of sines whose heights swell and shrink along the way.
  static func guilloche(
    _ box: Box, _ pitch: Double, _ width: Double, _ phase: Double, _ ink: Ink, _ canvas: Canvas
  ) {
    let band = pitch * 6
    for middle in stride(from: box.top + band / 2, through: box.bottom + band, by: band) {
      for strand in 0..<7 {
        let shift = Double(strand) / 7 * 2 * .pi + phase
        let points = stride(from: box.left, through: box.right, by: pitch / 2).map { x in
          let swell = 0.55 + 0.45 * sin(x / (pitch * 9) + phase + middle)
          return Point(x, middle + band * 0.55 * swell * sin(x / (pitch * 2.4) + shift))
        }
        canvas.line(points, width: width, ink)
      }
    }
  }

  /// Circles about a corner.
  static func arcs(
    _ box: Box, _ pitch: Double, _ width: Double, _ phase: Double, _ ink: Ink, _ canvas: Canvas
  ) {
    let corner = Point(phase == 0 ? box.left : box.right, box.bottom)
    for radius in stride(from: pitch * 2, through: box.width * 1.15, by: pitch) {
      let points = (0...60).map { step in
        let angle = -Double(step) / 60 * .pi
        let reach = radius * (1 + 0.02 * sin(angle * 14 + radius * 0.3))
        return Point(corner.x + reach * cos(angle), corner.y + reach * sin(angle))
      }
      canvas.line(points.filter { box.left <= $0.x && $0.x <= box.right }, width: width, ink)
    }
  }

  static func dots(
    _ box: Box, _ pitch: Double, _ width: Double, _ phase: Double, _ ink: Ink, _ canvas: Canvas
  ) {
    for y in stride(from: box.top + phase, through: box.bottom, by: pitch) {
      for x in stride(from: box.left + phase, through: box.right, by: pitch) {
        let size = 1 + 0.7 * sin(x * 0.13 + phase) * sin(y * 0.17)
        canvas.disc(x: x, y: y, radius: width * 1.6 * size, ink)
      }
    }
  }
}
