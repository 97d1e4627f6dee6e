import Cases
import Foundation

/// Four corners, clockwise from the top left.
struct Quadrilateral {
  var topLeft, topRight, bottomRight, bottomLeft: Point

  init(topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point) {
    (self.topLeft, self.topRight) = (topLeft, topRight)
    (self.bottomRight, self.bottomLeft) = (bottomRight, bottomLeft)
  }

  /// Four corners in clockwise order, from whichever: the top left is the one nearest to that of the page.
  init?(clockwise corners: [Point]) {
    guard corners.count == 4,
      let first = corners.indices.min(by: {
        corners[$0].x + corners[$0].y < corners[$1].x + corners[$1].y
      })
    else { return nil }
    let turned = (0..<4).map { corners[(first + $0) % 4] }
    self.init(
      topLeft: turned[0], topRight: turned[1], bottomRight: turned[2], bottomLeft: turned[3])
  }

  /// A rectangle around a middle, turned clockwise by an angle in radians.
  init(middle: Point, width: Double, height: Double, angle: Double) {
    let (c, s) = (cos(angle), sin(angle))
    func corner(_ x: Double, _ y: Double) -> Point {
      Point(middle.x + x * c - y * s, middle.y + x * s + y * c)
    }
    self.init(
      topLeft: corner(-width / 2, -height / 2), topRight: corner(width / 2, -height / 2),
      bottomRight: corner(width / 2, height / 2), bottomLeft: corner(-width / 2, height / 2))
  }

  var corners: [Point] { [topLeft, topRight, bottomRight, bottomLeft] }
  var polygon: Polygon { Polygon(corners) }

  var area: Double {
    let c = corners
    return (0..<4).reduce(0) {
      $0 + (c[$1].x * c[($1 + 1) % 4].y - c[($1 + 1) % 4].x * c[$1].y) / 2
    }
  }

  /// Area that lies in another one too (I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", 1974).
  func common(with other: Quadrilateral) -> Double {
    var points = corners
    let sides = zip(other.corners, other.corners.dropFirst() + other.corners.prefix(1))
    for (from, to) in sides {
      func depth(_ p: Point) -> Double {
        (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x)
      }
      var kept: [Point] = []
      for (p, q) in zip(points, points.dropFirst() + points.prefix(1)) {
        let (atP, atQ) = (depth(p), depth(q))
        if atP >= 0 { kept.append(p) }
        if (atP >= 0) != (atQ >= 0) {
          let part = atP / (atP - atQ)
          kept.append(Point(p.x + part * (q.x - p.x), p.y + part * (q.y - p.y)))
        }
      }
      points = kept
    }
    let area = zip(points, points.dropFirst() + points.prefix(1))
      .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    return abs(area) / 2
  }

  /// Mean of the upper and the lower side.
  var width: Double {
    (topLeft.distance(to: topRight) + bottomLeft.distance(to: bottomRight)) / 2
  }

  /// Mean of the left and the right side.
  var height: Double {
    (topLeft.distance(to: bottomLeft) + topRight.distance(to: bottomRight)) / 2
  }

  /// How far the four angles are from right ones at most, in radians.
  var skewness: Double {
    let c = corners
    return (0..<4).map { at in
      let (a, b, d) = (c[(at + 3) % 4], c[at], c[(at + 1) % 4])
      let cross = (a.x - b.x) * (d.y - b.y) - (a.y - b.y) * (d.x - b.x)
      let dot = (a.x - b.x) * (d.x - b.x) + (a.y - b.y) * (d.y - b.y)
      return abs(atan2(abs(cross), dot) - .pi / 2)
    }.max() ?? 0
  }

  func mapped(_ projection: Projection) -> Quadrilateral {
    Quadrilateral(
      topLeft: projection(topLeft), topRight: projection(topRight),
      bottomRight: projection(bottomRight), bottomLeft: projection(bottomLeft))
  }
}

extension Point {
  func distance(to other: Point) -> Double { hypot(other.x - x, other.y - y) }
}
