import Foundation

/// Smooth noise in two dimensions: random values on a lattice, blended between (value noise, Perlin 1985
/// without the gradients). Repeats every 64 units.
struct ValueNoise {
  private static let side = 64
  private let lattice: [Float]

  init(_ random: inout Randomness) {
    lattice = (0..<Self.side * Self.side).map { _ in Float(random.real(-1...1)) }
  }

  func callAsFunction(_ x: Float, _ y: Float) -> Float {
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (dx, dy) = (x - left, y - top)
    let (u, v) = (dx * dx * (3 - 2 * dx), dy * dy * (3 - 2 * dy))
    let mask = Self.side - 1
    let (column, row) = (Int(left) & mask, Int(top) & mask)
    let (next, below) = ((column + 1) & mask, (row + 1) & mask)
    return lattice.withUnsafeBufferPointer { at in
      let upper = at[row * 64 + column] * (1 - u) + at[row * 64 + next] * u
      let lower = at[below * 64 + column] * (1 - u) + at[below * 64 + next] * u
      return upper * (1 - v) + lower * v
    }
  }

  /// Octaves of noise, each twice as fine and half as strong; about -1 to 1.
  func layered(_ x: Float, _ y: Float, octaves: Int) -> Float {
    var (sum, strength, scale) = (Float(0), Float(0.55), Float(1))
    for octave in 0..<octaves {
      let offset = Float(octave) * 17.3
      sum += strength * self(x * scale + offset, y * scale + offset)
      strength *= 0.5
      scale *= 2
    }
    return sum
  }
}
