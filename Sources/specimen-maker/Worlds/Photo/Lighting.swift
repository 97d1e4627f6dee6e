import Cases
import Foundation

/// The light that falls on the desk, by place in the picture (0 to 1 both ways).
struct Lighting {
  /// What white paper in full light comes to, of the sensor's range.
  var exposure: Double
  /// Change from one side of the picture to the other.
  var slope: (x: Double, y: Double)
  /// A lamp's pool of light: where, how wide, how much brighter.
  var pool: (x: Double, y: Double, width: Double, strength: Double)
  var vignette: Double
  var shades: [Shade]
  /// Red and blue against green.
  var tint: (red: Double, blue: Double)

  static func any(hard: Bool, _ random: inout Randomness) -> Lighting {
    let reach = hard ? 0.5 : 0.26
    let dark = hard && random.chance(0.45)
    let warm = (random.real(-1...1) + random.real(-1...1)) * (hard ? 0.16 : 0.1)
    return Lighting(
      exposure: dark ? random.real(0.1...0.32) : random.real(hard ? 0.35...0.95 : 0.55...0.98),
      slope: (random.real(-reach...reach), random.real(-reach...reach)),
      pool: (
        random.real(0...1), random.real(0...1), random.real(0.3...0.9),
        random.real(0...(hard ? 0.6 : 0.25))
      ),
      vignette: random.real(0...(hard ? 0.45 : 0.25)),
      shades: random.chance(hard ? 0.8 : 0.5)
        ? (0..<random.whole(1...(hard ? 3 : 2))).map { _ in .any(hard: hard, &random) } : [],
      tint: (1 + warm, 1 - warm * random.real(0.8...1.4)))
  }

  /// Factors for red, green and blue.
  func callAsFunction(_ x: Double, _ y: Double) -> SIMD4<Float> {
    let (dx, dy) = (x - 0.5, y - 0.5)
    var level = 1 + slope.x * dx + slope.y * dy
    let (px, py) = (x - pool.x, y - pool.y)
    level += pool.strength * (exp(-(px * px + py * py) / (2 * pool.width * pool.width)) - 0.5)
    level *= 1 - vignette * (dx * dx + dy * dy) * 2
    var blue = tint.blue
    for shade in shades {
      let cover = shade.cover(x, y)
      level *= 1 - cover
      // What light is left in a shadow comes from the sky or the ceiling.
      blue *= 1 + cover * 0.12
    }
    level = max(0.03, level) * exposure
    return SIMD4(Float(level * tint.red), Float(level), Float(level * blue), 0)
  }
}
