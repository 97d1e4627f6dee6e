import Cases
import Foundation

/// A straight line across the picture that may be a paper's border, or a part of the picture's own rim.
struct SideLine {
  /// A point of the line, and its direction, a unit vector. Its normal is (-direction.y, direction.x).
  let origin, direction: Point
  /// Signed places along the line between which it lies in the picture.
  let range: ClosedRange<Double>
  /// Whether it is the rim of the picture, where a paper may have been cut off.
  let isRim: Bool
  private let seen: SideEvidence

  private static let evidenceAtRim = 0.12
  /// Pixels; a shorter line is not looked at.
  private static let shortest = 24.0
  /// Pixels within which two lines are the same.
  private static let sameness = 3.5
  /// Least sine of the angle in which two neighbouring sides meet.
  private static let leastCrossing = 0.6
  /// Length of the stretch by which lines are compared, in pixels.
  private static let stretch = 100

  /// A line found by votes, moved to the edges that lie on it. Nil where hardly any do.
  ///
  /// `field` is the picture in which evidence is looked for, as large as that of the edges or larger.
  init?(_ peak: LineVotes.Peak, in edges: EdgeField, on field: ColourField) {
    var fit = LineFit(
      angle: peak.angle, distance: peak.distance, width: edges.width, height: edges.height)
    for tolerance in [2.5, 1.5] {
      guard let better = fit.refined(on: edges, within: tolerance) else { return nil }
      fit = better
    }
    fit = fit.scaled(to: field.width, field.height)
    guard let range = fit.range, range.upperBound - range.lowerBound > Self.shortest else {
      return nil
    }
    (origin, direction, self.range, isRim) = (fit.origin, fit.direction, range, false)
    seen = SideEvidence(fit, range, in: field)
  }

  /// A border of the picture itself.
  init(rimFrom from: Point, to: Point) {
    let length = max(1, from.distance(to: to))
    direction = Point((to.x - from.x) / length, (to.y - from.y) / length)
    (origin, range, isRim, seen) = (from, 0...length, true, SideEvidence())
  }

  /// Mean evidence between two places, from 0 to 1, for the same side being the lighter one all along.
  func evidence(_ a: Double, _ b: Double) -> Double {
    guard !isRim else { return Self.evidenceAtRim }
    let (from, to) = (index(min(a, b)), index(max(a, b)))
    let most = max(seen.lighter[to] - seen.lighter[from], seen.darker[to] - seen.darker[from])
    return Double(most) / max(1, abs(b - a))
  }

  /// Mean change of colour between two places, in grey levels.
  func change(_ a: Double, _ b: Double) -> Double {
    guard !isRim else { return 0 }
    let (from, to) = (index(min(a, b)), index(max(a, b)))
    return Double(seen.change[to] - seen.change[from]) / max(1, abs(b - a))
  }

  /// The most evidence that any stretch of it shows.
  var strength: Float {
    let last = seen.lighter.count - 1
    guard last > Self.stretch else {
      return max(seen.lighter.last ?? 0, seen.darker.last ?? 0) / Float(Self.stretch)
    }
    var most: Float = 0
    for from in stride(from: 0, to: last - Self.stretch, by: 10) {
      let to = from + Self.stretch
      most = max(
        most, seen.lighter[to] - seen.lighter[from], seen.darker[to] - seen.darker[from])
    }
    return most / Float(Self.stretch)
  }

  func point(_ place: Double) -> Point {
    Point(origin.x + direction.x * place, origin.y + direction.y * place)
  }

  /// Where two lines meet, as places on both; nil where they are nearly parallel.
  func crossing(_ other: SideLine) -> (here: Double, there: Double)? {
    let across = direction.x * other.direction.y - direction.y * other.direction.x
    guard abs(across) > Self.leastCrossing else { return nil }
    let (x, y) = (other.origin.x - origin.x, other.origin.y - origin.y)
    return (
      (x * other.direction.y - y * other.direction.x) / across,
      (x * direction.y - y * direction.x) / across
    )
  }

  /// The sine of the angle between two lines.
  func sine(_ other: SideLine) -> Double {
    abs(direction.x * other.direction.y - direction.y * other.direction.x)
  }

  /// Whether both run close to each other through all of the picture.
  func isSame(as other: SideLine) -> Bool {
    guard sine(other) < 0.1, isRim == other.isRim else { return false }
    return [range.lowerBound, range.upperBound].allSatisfy { place in
      let p = point(place)
      let (x, y) = (p.x - other.origin.x, p.y - other.origin.y)
      return abs(x * other.direction.y - y * other.direction.x) < Self.sameness
    }
  }

  private func index(_ place: Double) -> Int {
    let index = (place - range.lowerBound).rounded()
    return Int(max(0, min(Double(seen.lighter.count - 1), index)))
  }
}
