import Foundation

/// Computes the look of a surface point by point: how much of the accent colour stands there, 0 to 1,
/// and how bright it is, about 1.
struct DeskTexture {
  private let material: DeskSurface.Material
  private let broad: ValueNoise
  private let fine: ValueNoise

  init(_ material: DeskSurface.Material, _ random: inout Randomness) {
    self.material = material
    broad = ValueNoise(&random)
    fine = ValueNoise(&random)
  }

  /// (x, y) in the texture's own millimetres.
  func callAsFunction(_ x: Float, _ y: Float) -> (accent: Float, brightness: Float) {
    switch material {
    case .wood: wood(x, y)
    case .planks: planks(x, y)
    case .cloth: (0.5 + 0.5 * broad.layered(x * 0.03, y * 0.03, octaves: 2), weave(x, y))
    case .checks: (check(x) * 0.5 + check(y) * 0.5, weave(x, y))
    case .stone: stone(x, y)
    case .plain:
      (0.3 + 0.3 * broad.layered(x * 0.012, y * 0.012, octaves: 2), 1 + 0.02 * fine(x, y))
    case .leather: leather(x, y)
    case .tiles: tiles(x, y)
    }
  }

  private func wood(_ x: Float, _ y: Float) -> (Float, Float) {
    let rings = sin(y * 0.22 + 5 * broad.layered(x * 0.006, y * 0.05, octaves: 3))
    let fibre = fine.layered(x * 0.03, y * 1.6, octaves: 3)
    return (min(1, max(0, 0.4 + 0.3 * rings + 0.4 * fibre)), 1 + 0.05 * fine(x * 0.2, y * 4))
  }

  private func planks(_ x: Float, _ y: Float) -> (Float, Float) {
    let plank = (y / 74).rounded(.down)
    let gap = abs(y / 74 - plank - 0.5) > 0.49
    let (accent, brightness) = wood(x + plank * 211, y)
    let own = 1 + 0.12 * broad(plank * 3.7, plank * 1.3)
    return gap ? (1, 0.45) : (accent, brightness * own)
  }

  private func weave(_ x: Float, _ y: Float) -> Float {
    let thread = sin(x * 5.2 + 0.7 * fine(x * 0.3, y)) * sin(y * 5.2 + 0.7 * fine(x, y * 0.3))
    return 1 + 0.1 * thread + 0.07 * fine.layered(x * 0.9, y * 0.9, octaves: 2)
  }

  private func check(_ along: Float) -> Float {
    let share = along / 26 - (along / 26).rounded(.down)
    return share < 0.34 ? 1 : share < 0.4 || (share > 0.62 && share < 0.66) ? 0.55 : 0
  }

  private func stone(_ x: Float, _ y: Float) -> (Float, Float) {
    let cloud = broad.layered(x * 0.02, y * 0.02, octaves: 4)
    let vein = abs(broad.layered(x * 0.008 + 9, y * 0.013 + cloud * 0.6, octaves: 3))
    let speckle = fine(x * 1.7, y * 1.7) > 0.55 ? Float(0.5) : 0
    let ridge = max(0, 1 - vein * 14)
    return (min(1, max(0, 0.25 + 0.3 * cloud + ridge * 0.7 + speckle * 0.3)), 1)
  }

  private func leather(_ x: Float, _ y: Float) -> (Float, Float) {
    let ridge = abs(fine.layered(x * 0.5, y * 0.5, octaves: 2))
    return (0.3 + 0.3 * broad.layered(x * 0.02, y * 0.02, octaves: 2), 0.86 + 0.4 * min(0.4, ridge))
  }

  private func tiles(_ x: Float, _ y: Float) -> (Float, Float) {
    let (column, row) = (x / 105, y / 105)
    let (across, down) = (column - column.rounded(.down), row - row.rounded(.down))
    let joint = min(across, down) < 0.018
    let own = 1 + 0.05 * broad(column.rounded(.down) * 2.3, row.rounded(.down) * 1.9)
    let (accent, _) = stone(x * 0.7, y * 0.7)
    return joint ? (1, 0.7) : (accent * 0.5, own)
  }
}
