import Cases
import Foundation

/// Weighs everything that speaks for an outline being a document's: its four sides, how the paper differs from what
/// lies around it, the shape of the rectangle, its size, what is printed in it.
struct OutlineJudge {
  let field: ColourField
  private let print: PrintMap

  /// What each sign is worth: fitted by maximum likelihood to drawn photographs of 320 documents on desks, papers,
  /// keyboards and cloth, so that the right outline comes first among its rivals.
  private static let worth = (
    weakestSide: 1.5, meanSide: 0.1, leastContrast: 1.0, secondContrast: 0.6, meanContrast: 0.55,
    evenness: 0.2, fullEvenness: 0.37, lightness: 0.95, size: 0.5, shape: 1.0, print: 0.3,
    goingOn: -1.2, clearness: 1.3, cut: -0.35, skewness: -1.0
  )
  /// Radians by which the angles of a photographed paper differ from right ones at most.
  private static let mostSkewness = 0.6
  /// Longer side by shorter side, at most.
  private static let mostAspect = 3.0
  /// Shapes of cards and of sheets.
  private static let usualAspects = [PaperFormat.id1, .licenceCard, .a4].map(\.aspect)
  private static let unlikeness = 0.2
  /// Part of all pixels that are edges of strokes where much is printed.
  private static let muchPrint = 0.08
  /// What is taken for the contrast of a side that the rim of the picture cut off.
  private static let contrastAtRim = 0.5
  /// Grey levels; a change that large is as clear as can be.
  private static let mostChange = 40.0

  init(field: ColourField, edges: EdgeField) {
    self.field = field
    print = PrintMap(edges)
  }

  /// With its final score; nil where no paper looks like that.
  func judged(_ outline: PaperOutline) -> PaperOutline? {
    let (width, height) = (Double(field.width), Double(field.height))
    guard outline.quad.skewness < Self.mostSkewness,
      let view = RectangleView(outline.quad, width: width, height: height)
    else { return nil }
    let aspect = max(view.aspect, 1 / view.aspect)
    guard aspect < Self.mostAspect else { return nil }
    let unlike = Self.usualAspects.map { abs(log(aspect / $0)) }.min() ?? Self.unlikeness
    var judged = outline
    judged.score =
      sides(of: outline) + rim(of: outline)
      + Self.worth.size * log(max(0.02, outline.quad.area / (width * height)))
      + Self.worth.shape * (1 - min(1, unlike / Self.unlikeness))
      + Self.worth.print * min(1, print.share(in: outline.quad) / Self.muchPrint)
      + Self.worth.skewness * outline.quad.skewness
    return judged
  }

  private func sides(of outline: PaperOutline) -> Double {
    let sides = outline.sides.sorted()
    return Self.worth.weakestSide * sides[0] + Self.worth.meanSide * sides.reduce(0, +) / 4
      + Self.worth.goingOn * outline.beyond
      + Self.worth.clearness * outline.clearness / Self.mostChange
      + Self.worth.cut * Double(outline.isCut.count { $0 })
  }

  private func rim(of outline: PaperOutline) -> Double {
    let rim = PaperRim(outline.quad, in: field)
    let contrast = zip(rim.contrast, outline.isCut).map { $1 ? Self.contrastAtRim : $0 }.sorted()
    let even = rim.evenness
    return Self.worth.leastContrast * contrast[0] + Self.worth.secondContrast * contrast[1]
      + Self.worth.meanContrast * contrast.reduce(0, +) / 4
      + Self.worth.evenness * even + Self.worth.fullEvenness * even * even * even
      + Self.worth.lightness * rim.lightness
  }
}
