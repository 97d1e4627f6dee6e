import Cases
import Foundation

/// Four corners in pixels, clockwise from the top left.
struct Quadrilateral: Equatable {
  var topLeft, topRight, bottomRight, bottomLeft: Point

  var corners: [Point] { [topLeft, topRight, bottomRight, bottomLeft] }

  /// Mean of two opposite sides.
  var width: Double { (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2 }
  var height: Double { (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2 }

  /// By the shoelace formula.
  var area: Double {
    let p = corners
    return abs((0..<4).reduce(0) { $0 + p[$1].x * p[($1 + 1) % 4].y - p[($1 + 1) % 4].x * p[$1].y })
      / 2
  }

  func scaled(by factor: Double) -> Quadrilateral {
    map { Point($0.x * factor, $0.y * factor) }
  }

  func map(_ move: (Point) -> Point) -> Quadrilateral {
    Quadrilateral(
      topLeft: move(topLeft), topRight: move(topRight), bottomRight: move(bottomRight),
      bottomLeft: move(bottomLeft))
  }

  /// An upright rectangle of that size, turned clockwise around its middle (degrees, y downwards).
  static func turned(_ box: Box, byDegrees degrees: Double) -> Quadrilateral {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    let middle = box.middle
    return Quadrilateral(
      topLeft: Point(box.left, box.top), topRight: Point(box.right, box.top),
      bottomRight: Point(box.right, box.bottom), bottomLeft: Point(box.left, box.bottom)
    ).map { corner in
      let (x, y) = (corner.x - middle.x, corner.y - middle.y)
      return Point(middle.x + x * cosine - y * sine, middle.y + x * sine + y * cosine)
    }
  }

  private func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }
}

extension [Quadrilateral] {
  /// Adds those that lie apart from the ones that are there.
  mutating func add(_ others: [Quadrilateral]) {
    for other in others {
      let box = Polygon(other.corners).bounds
      let isApart = allSatisfy { !Polygon($0.corners).bounds.overlaps(box) }
      if isApart { append(other) }
    }
  }
}

extension Box {
  fileprivate func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
