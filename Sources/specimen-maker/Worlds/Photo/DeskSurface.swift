/// What a document lies on.
struct DeskSurface {
  enum Material: CaseIterable {
    case wood, planks, cloth, checks, stone, plain, leather, tiles
  }

  var material: Material
  var base: Ink
  var accent: Ink
  /// Turn of the texture, degrees clockwise.
  var degrees: Double
  /// Millimetres to one unit of the texture.
  var coarseness: Double

  static func any(_ random: inout Randomness) -> DeskSurface {
    let material = random.pick(Material.allCases + [.wood, .plain])
    let (base, accent) = colours(material, &random)
    let along = random.pick([0.0, 90])
    return DeskSurface(
      material: material, base: base, accent: accent, degrees: along + random.real(-12...12),
      coarseness: random.real(0.7...1.4))
  }

  private static func colours(_ material: Material, _ random: inout Randomness) -> (Ink, Ink) {
    switch material {
    case .wood, .planks:
      random.pick([
        (Ink(0.72, 0.55, 0.36), Ink(0.5, 0.34, 0.2)), (Ink(0.42, 0.27, 0.18), Ink(0.24, 0.14, 0.1)),
        (Ink(0.84, 0.74, 0.58), Ink(0.68, 0.55, 0.4)),
        (Ink(0.57, 0.31, 0.2), Ink(0.36, 0.17, 0.11)),
        (Ink(0.78, 0.76, 0.72), Ink(0.6, 0.57, 0.53)),
        (Ink(0.35, 0.33, 0.31), Ink(0.2, 0.19, 0.18)),
      ])
    case .stone, .tiles:
      random.pick([
        (Ink(0.83, 0.82, 0.79), Ink(0.58, 0.56, 0.54)),
        (Ink(0.28, 0.29, 0.31), Ink(0.5, 0.5, 0.52)),
        (Ink(0.7, 0.66, 0.6), Ink(0.47, 0.42, 0.37)), (Ink(0.9, 0.9, 0.9), Ink(0.7, 0.72, 0.75)),
      ])
    case .plain, .leather, .cloth, .checks:
      random.pick([
        (Ink(0.2, 0.24, 0.31), Ink(0.34, 0.38, 0.47)),
        (Ink(0.55, 0.13, 0.14), Ink(0.4, 0.07, 0.09)),
        (Ink(0.16, 0.34, 0.27), Ink(0.24, 0.46, 0.36)),
        (Ink(0.86, 0.84, 0.8), Ink(0.66, 0.64, 0.61)),
        (Ink(0.13, 0.13, 0.14), Ink(0.25, 0.25, 0.27)),
        (Ink(0.61, 0.67, 0.74), Ink(0.43, 0.5, 0.6)),
        (Ink(0.78, 0.7, 0.57), Ink(0.6, 0.52, 0.42)), (Ink(0.5, 0.51, 0.53), Ink(0.38, 0.39, 0.41)),
        (Ink(0.9, 0.91, 0.93), Ink(0.74, 0.77, 0.82)),
      ])
    }
  }
}
