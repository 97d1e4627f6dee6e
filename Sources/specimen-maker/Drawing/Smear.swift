import Cases
import Foundation

/// Something greasy that was wiped across a field: what is under it cannot be read by anybody.
enum Smear {
  static func draw(across box: Box, on canvas: Canvas) {
    let strokes = 26
    for stroke in 0...strokes {
      let share = Double(stroke) / Double(strokes)
      let y = box.top + box.height * share
      let points = stride(from: box.left, through: box.right, by: 1.5).map { x in
        Point(x, y + 0.35 * sin(x * 0.7 + share * 5))
      }
      let depth = sin(share * .pi)
      canvas.line(
        points, width: box.height / Double(strokes) * 2.2,
        Ink.grey(0.62 + 0.05 * sin(share * 17), alpha: min(1, 0.4 + 1.1 * depth)))
    }
  }
}
