import Cases
import Foundation

/// Fine line work behind the text.
enum Pattern: CaseIterable {
  case waves, rosettes, lattice, contours, guilloche, arcs, dots

  /// Those of the sample cases.
  static let plain: [Pattern] = [.waves, .rosettes, .lattice, .contours]

  func draw(in box: Box, pitch: Double, width: Double, _ inks: [Ink], on canvas: Canvas) {
    for (place, ink) in inks.enumerated() {
      let phase = Double(place) * 1.9
      switch self {
      case .waves: Self.waves(box, pitch, width, phase, ink, canvas)
      case .rosettes: Self.rosettes(box, pitch, width, phase, ink, canvas)
      case .lattice: Self.lattice(box, pitch, width, phase, ink, canvas)
      case .contours: Self.contours(box, pitch, width, phase, ink, canvas)
      case .guilloche: Self.guilloche(box, pitch, width, phase, ink, canvas)
      case .arcs: Self.arcs(box, pitch, width, phase, ink, canvas)
      case .dots: Self.dots(box, pitch, width, phase, ink, canvas)
      }
    }
  }

  private static func waves(
    _ box: Box, _ pitch: Double, _ width: Double, _ phase: Double, _ ink: Ink, _ canvas: Canvas
  ) {
    for start in stride(from: box.top, through: box.bottom, by: pitch) {
      let points = stride(from: box.left, through: box.right, by: pitch / 2).map { x in
        Point(x, start + pitch * 0.9 * sin(x / pitch / 2.7 + phase + start * 0.11))
      }
      canvas.line(points, width: width, ink)
    }
  }

  private static func rosettes(
    _ box: Box, _ pitch: Double, _ width: Double, _ phase: Double, _ ink: Ink, _ canvas: Canvas
  ) {
    let centre = Point(
      box.left + box.width * (0.32 + 0.2 * phase / 1.9), box.top + box.height * 0.55)
    let largest = box.height * 0.62
    for ring in stride(from: largest, to: largest * 0.2, by: -pitch * 1.4) {
      let points = (0...180).map { step in
        let angle = Double(step) / 180 * 2 * .pi
        let radius = ring * (1 + 0.09 * sin(angle * 9 + ring * 0.5 + phase))
        return Point(centre.x + radius * cos(angle), centre.y + radius * sin(angle))
      }
      canvas.line(points, width: width, ink)
    }
  }

  private static func lattice(
    _ box: Box, _ pitch: Double, _ width: Double, _ phase: Double, _ ink: Ink, _ canvas: Canvas
  ) {
    let slope = phase == 0 ? 0.5 : -0.5
    let reach = box.width * 0.5
    for start in stride(from: box.top - reach, through: box.bottom + reach, by: pitch * 1.8) {
      let end = start + slope * box.width
      canvas.line([Point(box.left, start), Point(box.right, end)], width: width, ink)
    }
  }

  private static func contours(
    _ box: Box, _ pitch: Double, _ width: Double, _ phase: Double, _ ink: Ink, _ canvas: Canvas
  ) {
    for step in 1...14 {
      let points = stride(from: box.left, through: box.right, by: pitch).map { x in
        let share = (x - box.left) / box.width
        let swell = sin(share * 3 * .pi + phase) * 0.16 + sin(share * 7 + phase) * 0.05
        return Point(x, box.top + box.height * (Double(step) / 15 + swell * Double(step) / 15))
      }
      canvas.line(points, width: width, ink)
    }
  }
}
