import Cases

/// A four-sided outline that may be that of a paper.
struct PaperOutline {
  /// In pixels of the searched picture.
  var quad: Quadrilateral
  /// Evidence of each side, from 0 to 1.
  var sides: [Double]
  /// Which sides, from the top clockwise, lie on the rim of the picture: what is beyond was cut off.
  var isCut: [Bool]
  /// Mean evidence for the sides going on beyond the corners.
  var beyond: Double
  /// Mean change of colour across the sides, in grey levels: of two outlines next to each other the clearer is right.
  var clearness: Double
  /// How much speaks for it.
  var score: Double

  /// Corners that are nearer to each other than this part of the longer side are the same.
  private static let sameness = 0.03

  func isNearly(_ other: PaperOutline) -> Bool {
    let near = Self.sameness * max(quad.width, quad.height)
    return zip(quad.corners, other.quad.corners).allSatisfy { $0.distance(to: $1) < near }
  }

  /// Area in common, of both together.
  func overlap(with other: PaperOutline) -> Double {
    let common = quad.common(with: other.quad)
    return common / max(1, quad.area + other.quad.area - common)
  }
}
