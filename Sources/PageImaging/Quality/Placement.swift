import Cases

/// How a document lay in the submitted picture.
struct Placement {
  /// Pixels of the submitted picture for one of the straightened one.
  let submittedPixels: Double
  /// Share of the document that lies outside of the picture.
  let shareOutside: Double

  /// Nil for a page that is no picture.
  init?(of document: DocumentImage, on page: SubmittedPage) {
    guard page.size.unit == .pixel, page.size.size.count == 2 else { return nil }
    let whole = Self.area(document.polygon.corners)
    let pixels = Double(document.image.width * document.image.height)
    guard whole > 0, pixels > 0 else { return nil }
    submittedPixels = (whole / pixels).squareRoot()
    let inside = Self.clipped(
      document.polygon.corners, width: page.size.size[0], height: page.size.size[1])
    shareOutside = max(0, 1 - Self.area(inside) / whole)
  }

  /// The shoelace formula.
  private static func area(_ corners: [Point]) -> Double {
    guard var last = corners.last else { return 0 }
    var sum = 0.0
    for corner in corners {
      sum += last.x * corner.y - corner.x * last.y
      last = corner
    }
    return abs(sum) / 2
  }

  /// The part inside of a picture (Sutherland and Hodgman, Reentrant polygon clipping, CACM 1974).
  private static func clipped(_ corners: [Point], width: Double, height: Double) -> [Point] {
    // How far a point is inside of each side.
    let sides: [(Point) -> Double] = [
      { $0.x }, { width - $0.x }, { $0.y }, { height - $0.y },
    ]
    return sides.reduce(corners) { corners, depth in
      guard var last = corners.last else { return [] }
      var kept: [Point] = []
      for corner in corners {
        let (before, now) = (depth(last), depth(corner))
        if (before < 0) != (now < 0) {
          let share = before / (before - now)
          kept.append(
            Point(last.x + share * (corner.x - last.x), last.y + share * (corner.y - last.y)))
        }
        if now >= 0 { kept.append(corner) }
        last = corner
      }
      return kept
    }
  }
}
