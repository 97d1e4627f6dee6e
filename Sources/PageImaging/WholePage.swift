import Cases
import Foundation

/// A paper that fills the page, laid on the glass a little askew.
struct WholePage {
  /// Angles below this are left alone, above that not believed; in degrees.
  static let believed = 0.05...8.0

  let view: FinderView

  var box: Box {
    Box(left: 0, top: 0, right: Double(view.width), bottom: Double(view.height))
  }

  /// The paper's outline in pixels of the page, nil where it is the page as it is. Corners of a paper that lies askew
  /// reach beyond the page.
  func outline() throws(Problem) -> Quadrilateral? {
    let angle = try angle()
    guard angle != 0 else { return nil }
    return Quadrilateral(middle: box.middle, width: box.width, height: box.height, angle: angle)
  }

  /// How far the text leans, in radians clockwise.
  private func angle() throws(Problem) -> Double {
    let angle = try view.grey.ink().printAngle(within: Self.believed.upperBound, least: 3) ?? 0
    return Self.believed.contains(abs(angle) * 180 / .pi) ? angle : 0
  }
}
