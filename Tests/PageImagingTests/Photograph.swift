import Cases
import Foundation

/// A photograph, drawn on the spot: a desk with a grain, papers seen at an angle, fingers on them, shadows.
final class Photograph {
  /// Red, green and blue, from 0 to 255.
  typealias Shade = (Double, Double, Double)

  let width, height: Int
  private var shades: [Shade]
  private var numbers = SeededNumbers(seed: 11)

  /// Boards of that colour run across the desk.
  init(width: Int = 800, height: Int = 600, desk: Shade, grain: Double = 8) {
    (self.width, self.height) = (width, height)
    shades = []
    for y in 0..<height {
      for x in 0..<width {
        let wave = sin(Double(y) * 0.21 + 2 * sin(Double(x) * 0.011)) * grain
        let noise = Double.random(in: -3...3, using: &numbers)
        shades.append((desk.0 + wave + noise, desk.1 + wave + noise, desk.2 + wave + noise))
      }
    }
  }

  /// A paper of that size in millimetres with lines of print and a picture, carried into the photograph. Returns its
  /// corners, clockwise from its own top left.
  @discardableResult
  func put(
    paper size: (width: Double, height: Double) = (85.6, 54), shade: Shade = (225, 228, 222),
    by lens: Projection
  ) -> [Point] {
    let step = 0.07
    for y in stride(from: 0, to: size.height, by: step) {
      for x in stride(from: 0, to: size.width, by: step) {
        let place = lens(Point(x, y))
        let isDark = Self.isPrinted(x / size.width, y / size.height, size)
        set(Int(place.x), Int(place.y), isDark ? (50, 50, 60) : shade)
      }
    }
    return lens(Box(left: 0, top: 0, right: size.width, bottom: size.height)).corners
  }

  /// Six lines of strokes, and a portrait on the right.
  private static func isPrinted(
    _ u: Double, _ v: Double, _ size: (width: Double, height: Double)
  ) -> Bool {
    if (0.7...0.93).contains(u), (0.15...0.65).contains(v) { return true }
    guard (0.07...0.62).contains(u), (0.12...0.9).contains(v) else { return false }
    let line = (v - 0.12) / 0.13
    let isInLine = line - line.rounded(.down) < 0.45
    return isInLine && Int(u * size.width * 1.3) % 3 != 0
  }

  /// A finger that comes in from one place and ends at another.
  func lay(fingerFrom from: Point, to tip: Point, radius: Double) {
    let (dx, dy) = (tip.x - from.x, tip.y - from.y)
    let length = dx * dx + dy * dy
    for y in 0..<height {
      for x in 0..<width {
        let (px, py) = (Double(x) - from.x, Double(y) - from.y)
        let along = max(0, min(1, (px * dx + py * dy) / length))
        let away = hypot(px - along * dx, py - along * dy)
        if away < radius {
          let round = 1 - 0.35 * (away / radius) * (away / radius)
          set(x, y, (214 * round, 160 * round, 132 * round))
        }
      }
    }
  }

  /// Darkens what lies below a slanting line; the rim of the shadow is soft.
  func shade(belowLineAt y: Double, slope: Double, to part: Double) {
    for row in 0..<height {
      for column in 0..<width {
        let depth = (Double(row) - y - slope * Double(column)) / 30
        let light = 1 - (1 - part) * max(0, min(1, depth))
        let old = shades[row * width + column]
        shades[row * width + column] = (old.0 * light, old.1 * light, old.2 * light)
      }
    }
  }

  private func set(_ x: Int, _ y: Int, _ shade: Shade) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    shades[y * width + x] = shade
  }

  func png() throws -> [UInt8] {
    let picture = try Encoded.picture(width: width, height: height, depth: 32) { x, y in
      let shade = self.shades[y * self.width + x]
      let parts = [shade.0, shade.1, shade.2].map { UInt32(max(0, min(255, $0))) }
      return parts[0] << 24 | parts[1] << 16 | parts[2] << 8
    }
    return try picture.png()
  }
}
