/// How light the paper of a document is, and where light has washed out what is printed on it.
struct PaperLight {
  /// Cells across a block: a few millimetres, wider than strokes, so that each block shows some paper.
  private static let blockSide = 16
  /// In a block, paper is lighter than print: the level that a fifth of its cells exceed.
  private static let paperShare = 0.8
  /// From this level on a sensor tells nothing apart.
  private static let saturated: Float = 250

  /// Of the paper in the middle of all blocks, 0 to 255, in the darkest of the three colours.
  let level: Double
  /// Where it is lightest, shadows and a desk around it left out: in a tenth of the blocks it is lighter.
  let lightestLevel: Double
  /// Share of the blocks that are saturated.
  let saturatedShare: Double

  /// Nil for what is too small to have a block.
  init?(_ view: ReducedView) {
    var blocks: [Float] = []
    let side = Self.blockSide
    let darkest = view.cells.map { Swift.min($0.x, $0.y, $0.z) }
    var levels: [Float] = []
    for top in stride(from: 0, through: view.rows - side, by: side) {
      for left in stride(from: 0, through: view.columns - side, by: side) {
        levels.removeAll(keepingCapacity: true)
        for row in top..<top + side {
          levels += darkest[row * view.columns + left..<row * view.columns + left + side]
        }
        if let level = levels.quantile(Self.paperShare) { blocks.append(level) }
      }
    }
    guard let middle = blocks.quantile(0.5), let lightest = blocks.quantile(0.9) else {
      return nil
    }
    (level, lightestLevel) = (Double(middle), Double(lightest))
    saturatedShare =
      Double(blocks.count { $0 >= Self.saturated }) / Double(blocks.count)
  }
}
