import CCairo
import Cases
import Foundation

/// The end of a finger that holds a paper down; its tip is at (x, y), and it comes from outside.
struct Finger {
  var tip: Point
  /// Where the hand is, degrees clockwise from the right.
  var degrees: Double
  var width: Double
  var skin: Ink

  private static let length = 90.0
  private static let skins = [
    Ink(0.87, 0.67, 0.55), Ink(0.8, 0.58, 0.45), Ink(0.92, 0.74, 0.63), Ink(0.7, 0.48, 0.36),
  ]

  /// A finger over an edge of a paper of that size, clear of the lines in `boxes`; `nil` where there is no room.
  static func any(
    over size: Box, clearOf boxes: [Polygon], _ random: inout Randomness
  ) -> Finger? {
    for _ in 0..<16 {
      let side = random.whole(0...3)
      let deep = random.real(2...9)
      let along = random.real(0.08...0.92)
      let tip =
        switch side {
        case 0: Point(size.right - deep, size.top + along * size.height)
        case 1: Point(size.left + along * size.width, size.bottom - deep)
        case 2: Point(size.left + deep, size.top + along * size.height)
        default: Point(size.left + along * size.width, size.top + deep)
        }
      let finger = Finger(
        tip: tip, degrees: Double(side) * 90 + random.real(-28...28), width: random.real(13...18),
        skin: random.pick(skins))
      if !boxes.contains(where: finger.touches) { return finger }
    }
    return nil
  }

  func draw(on canvas: Canvas) {
    canvas.place(x: tip.x, y: tip.y, degrees: degrees) {
      let body = Box(left: 0, top: -width / 2, right: Self.length, bottom: width / 2)
      hand(on: canvas)
      CastShadow.draw(
        under: body, radius: width / 2, away: Point(-0.6, 1.4), softness: 4, on: canvas)
      canvas.roundedPath(body, radius: width / 2)
      canvas.clipped {
        canvas.shade(
          body, from: Point(0, body.top), to: Point(0, body.bottom),
          [dim(0.62), dim(0.93), dim(1.05), dim(0.95), dim(0.58)])
        nail(on: canvas)
        for x in [27.0, 29.2, 52, 54.5] {
          canvas.line(
            [Point(x, -width * 0.3), Point(x + 0.7, 0), Point(x, width * 0.3)], width: 0.35,
            dim(0.7).faded(0.5))
        }
      }
    }
  }

  /// What the finger belongs to, where the picture is wide enough to show it.
  private func hand(on canvas: Canvas) {
    let palm = Box(left: 66, top: -26, right: 170, bottom: 58)
    let sleeve = Box(left: 150, top: -20, right: 900, bottom: 52)
    CastShadow.draw(under: palm, radius: 34, away: Point(-2, 5), softness: 12, on: canvas)
    canvas.roundedPath(palm, radius: 34)
    canvas.clipped {
      canvas.shade(
        palm, from: Point(0, palm.top), to: Point(0, palm.bottom), [dim(0.8), dim(1), dim(0.66)])
    }
    canvas.shade(
      sleeve, from: Point(0, sleeve.top), to: Point(0, sleeve.bottom),
      [.grey(0.16), .grey(0.3), .grey(0.12)])
  }

  private func nail(on canvas: Canvas) {
    let half = width * 0.34
    canvas.roundedPath(
      Box(left: 1.2, top: -half, right: 1.2 + width * 0.72, bottom: half), radius: half * 0.8)
    canvas.use(Ink(0.95, 0.78, 0.73))
    cairo_fill(canvas.context)
    canvas.line(
      [Point(3.4, -half * 0.4), Point(width * 0.6, -half * 0.45)], width: 0.9, .white.faded(0.5))
  }

  private func dim(_ factor: Double) -> Ink {
    Ink(min(1, skin.red * factor), min(1, skin.green * factor), min(1, skin.blue * factor))
  }

  /// Whether it, or its shadow, lies on a printed line.
  private func touches(_ line: Polygon) -> Bool {
    guard line.corners.count == 4 else { return false }
    let back = Turn(-degrees)
    let reach = Box(left: 0, top: -width / 2, right: Self.length, bottom: width / 2)
      .grown(x: 3, y: 3.5)
    return stride(from: 0.0, through: 1, by: 0.05).contains { share in
      [(0, 1), (3, 2)].contains { start, end in
        let (from, to) = (line.corners[start], line.corners[end])
        let own = back(
          Point(
            from.x + (to.x - from.x) * share - tip.x, from.y + (to.y - from.y) * share - tip.y))
        return own.x > reach.left && own.x < reach.right && own.y > reach.top
          && own.y < reach.bottom
      }
    }
  }
}
