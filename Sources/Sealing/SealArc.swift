import Cases
import Foundation

/// The arc of an ellipse along which text stands, centred on its top or bottom.
struct SealArc {
  struct Place {
    var x: Double
    var y: Double
    /// Clockwise from upright, in radians.
    var turn: Double
  }

  let middle: Point
  let a: Double
  let b: Double

  init(_ middle: Point, _ a: Double, _ b: Double? = nil) {
    self.middle = middle
    self.a = a
    self.b = b ?? a
  }

  /// Length of the part of so many radians about the top.
  func length(of span: Double) -> Double {
    let steps = 64
    var length = 0.0
    var last = point(at: -span / 2)
    for step in 1...steps {
      let next = point(at: -span / 2 + span * Double(step) / Double(steps))
      length += hypot(next.x - last.x, next.y - last.y)
      last = next
    }
    return length
  }

  /// Places at equal distances along the arc, in reading order.
  func places(_ count: Int, span: Double, top: Bool) -> [Place] {
    guard count > 1 else { return [place(at: 0, top: top)] }
    let steps = 256
    // The length up to each step, to find where equal parts of it end.
    var lengths = [0.0]
    var last = point(at: -span / 2)
    for step in 1...steps {
      let next = point(at: -span / 2 + span * Double(step) / Double(steps))
      lengths.append(lengths[step - 1] + hypot(next.x - last.x, next.y - last.y))
      last = next
    }
    return (0..<count).map { index in
      let wanted = lengths[steps] * Double(index) / Double(count - 1)
      let step = min(steps, lengths.firstIndex { $0 >= wanted - 1e-9 } ?? steps)
      return place(at: -span / 2 + span * Double(step) / Double(steps), top: top)
    }
  }

  /// Clockwise from straight up; along the lower edge text runs the other way round and stands on its feet.
  private func place(at angle: Double, top: Bool) -> Place {
    let up = point(at: angle)
    let turn = atan2(sin(angle) / a, cos(angle) / b)
    guard !top else { return Place(x: up.x, y: up.y, turn: turn) }
    return Place(x: up.x, y: 2 * middle.y - up.y, turn: -turn)
  }

  private func point(at angle: Double) -> Point {
    Point(middle.x + a * sin(angle), middle.y - b * cos(angle))
  }
}
