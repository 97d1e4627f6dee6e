import Cases
import Foundation

/// How large the upright picture of a document is made, in whole pixels.
struct RectifiedSize {
  let width, height: Double

  /// Longest sides in pixels: an identity card's, at which its print is as high as engines read best, and that of
  /// anything else, which may be a sheet with print of 3 mm.
  private static let longestCard = 1_000.0
  private static let longest = 2_200.0
  /// A rectangle is taken for one of a known format when its shape differs by no more than this.
  private static let likeness = 0.035

  init(width: Double, height: Double) {
    (self.width, self.height) = (width, height)
  }

  /// Of a document that was photographed, in a picture of that size: with the true ratio of its sides, as finely as it
  /// was taken.
  init(photographed outline: Quadrilateral, width: Double, height: Double) {
    let seen = outline.width / max(1, outline.height)
    let aspect = RectangleView(outline, width: width, height: height)?.aspect ?? seen
    let lying = max(aspect, 1 / aspect)
    let format = PaperFormat.all.min { abs(log($0.aspect / lying)) < abs(log($1.aspect / lying)) }
    let isKnown = format.map { abs(log($0.aspect / lying)) < Self.likeness } ?? false
    let ratio = isKnown ? format?.aspect ?? lying : lying
    // The nearest corner of the paper is taken most finely.
    let longSide =
      aspect >= 1
      ? max(
        outline.topLeft.distance(to: outline.topRight),
        outline.bottomLeft.distance(to: outline.bottomRight))
      : max(
        outline.topLeft.distance(to: outline.bottomLeft),
        outline.topRight.distance(to: outline.bottomRight))
    let isCard = abs(log(PaperFormat.id1.aspect / lying)) < Self.likeness
    let long = min(longSide, isCard ? Self.longestCard : Self.longest).rounded()
    let short = max(1, (long / ratio).rounded())
    (self.width, self.height) = aspect >= 1 ? (long, short) : (short, long)
  }
}
