import Cases

/// What lens, sensor and the phone's own processing make of the light.
struct Film {
  /// Gaussian of the lens where it is sharp, and added on the side that is out of focus; pixels.
  var softness: Double
  var defocus: Double
  /// Which side is out of focus.
  var focus: Double
  /// Path of the shaking hand during the exposure, pixels.
  var shake: Point
  /// Noise of the dark sensor and of the light itself, as shares of full range.
  var readNoise: Float
  var shotNoise: Float
  /// Strength of the S in the tone curve.
  var contrast: Float
  /// Unsharp masking, as phones do it.
  var sharpening: Float

  static func any(hard: Bool, _ random: inout Randomness) -> Film {
    let shakes = random.chance(hard ? 0.5 : 0.25)
    let reach = shakes ? (hard ? 3.4 : 2.2) : 0
    return Film(
      softness: random.real(hard ? 0.55...1.25 : 0.5...0.95),
      defocus: random.chance(hard ? 0.5 : 0.3) ? random.real(hard ? 0.3...1.3 : 0.2...1.0) : 0,
      focus: random.real(0...2 * .pi),
      shake: Point(random.real(-reach...reach), random.real(-reach...reach)),
      readNoise: Float(random.real(hard ? 0.003...0.012 : 0.001...0.004)),
      shotNoise: Float(random.real(hard ? 0.012...0.04 : 0.004...0.016)),
      contrast: Float(random.real(0...0.5)), sharpening: Float(random.real(0...0.7)))
  }
}
