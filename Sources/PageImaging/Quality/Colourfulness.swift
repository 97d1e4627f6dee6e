/// How much of a document is coloured, whatever the colour of the light.
enum Colourfulness {
  /// Distance of the strongest and the weakest colour, where white paper is 1.
  private static let least: Float = 0.1

  /// Share of the cells that are coloured. Each colour is measured against that of the paper, so that warm light makes
  /// nothing coloured.
  static func share(of view: ReducedView) -> Double {
    guard !view.cells.isEmpty else { return 0 }
    let paper = view.paperColour
    let coloured = view.cells.count { cell in
      let relative = cell / paper
      return relative.max() - relative.min() > least
    }
    return Double(coloured) / Double(view.cells.count)
  }
}
