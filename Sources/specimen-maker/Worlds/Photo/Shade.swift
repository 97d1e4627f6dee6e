import Cases
import Foundation

/// A soft-edged shadow of something outside of the picture. Places are 0 to 1 both ways.
struct Shade {
  enum Shape {
    /// An arm or a phone: a bar with round ends.
    case bar(from: Point, to: Point, radius: Double)
    /// All on one side of a line: a wall, a person.
    case side(of: Point, towards: Double)
    /// The frame of a window or a blind.
    case bars(towards: Double, pitch: Double, share: Double)
  }

  var shape: Shape
  /// Width of the penumbra.
  var softness: Double
  /// The share of the light that is taken away, 0 to 1.
  var depth: Double

  static func any(hard: Bool, _ random: inout Randomness) -> Shade {
    let angle = random.real(0...2 * .pi)
    let roll = random.whole(0...9)
    let shape: Shape =
      switch roll {
      case 0...5:
        .bar(
          from: Point(0.5 + 0.9 * cos(angle), 0.5 + 0.9 * sin(angle)),
          to: Point(random.real(0.1...0.9), random.real(0.1...0.9)),
          radius: random.real(0.06...0.24))
      case 6...8: .side(of: Point(random.real(0.1...0.9), random.real(0.1...0.9)), towards: angle)
      default:
        .bars(
          towards: angle, pitch: random.real(0.16...0.45), share: random.real(0.25...0.6))
      }
    return Shade(
      shape: shape, softness: random.real(0.02...0.16),
      depth: random.real(hard ? 0.3...0.68 : 0.12...0.42))
  }

  /// The share of the light that is missing here.
  func cover(_ x: Double, _ y: Double) -> Double {
    let inside = 0.5 - distance(x, y) / softness
    let share = min(1, max(0, inside))
    return depth * share * share * (3 - 2 * share)
  }

  /// From the shadow's edge, negative inside.
  private func distance(_ x: Double, _ y: Double) -> Double {
    switch shape {
    case .bar(let from, let to, let radius):
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let along = ((x - from.x) * dx + (y - from.y) * dy) / max(dx * dx + dy * dy, 1e-9)
      let share = min(1, max(0, along))
      return hypot(x - from.x - share * dx, y - from.y - share * dy) - radius
    case .side(let of, let towards):
      return (x - of.x) * cos(towards) + (y - of.y) * sin(towards)
    case .bars(let towards, let pitch, let share):
      let along = (x * cos(towards) + y * sin(towards)) / pitch
      let place = abs(along - along.rounded())
      return (place - share / 2) * pitch
    }
  }
}
