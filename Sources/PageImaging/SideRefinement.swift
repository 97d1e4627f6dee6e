import Cases
import Foundation

/// Moves the four sides of a guessed outline to the edges that the picture shows.
struct SideRefinement {
  /// An outline whose sides were looked at.
  struct Outline {
    var quad: Quadrilateral
    /// Clearness of each side, from the top clockwise.
    var clearness: [Double]

    /// Sides that are really seen.
    var clearSides: Int { clearness.count { $0 > 0 } }
  }

  /// Grey.
  let picture: PageImage
  /// Pixels that a side may lie outside and inside of the guess.
  let outside, inside: Double
  /// Least clearness at which a side is moved.
  static let leastClearness = 4.0

  func refined(_ quad: Quadrilateral) throws(Problem) -> Outline {
    let corners = quad.corners
    var lines: [(Point, Point)] = []
    var clearness: [Double] = []
    for side in 0..<4 {
      let (from, to) = (corners[side], corners[(side + 1) % 4])
      if let found = try look(from: from, to: to), found.clearness >= Self.leastClearness {
        lines.append((found.from, found.to))
        clearness.append(found.clearness)
      } else {
        lines.append((from, to))
        clearness.append(0)
      }
    }
    let met = (0..<4).compactMap { Self.crossing(lines[($0 + 3) % 4], lines[$0]) }
    guard met.count == 4 else { return Outline(quad: quad, clearness: [0, 0, 0, 0]) }
    let moved = Quadrilateral(
      topLeft: met[0], topRight: met[1], bottomRight: met[2], bottomLeft: met[3])
    return Outline(quad: moved, clearness: clearness)
  }

  private func look(
    from: Point, to: Point
  ) throws(Problem) -> (from: Point, to: Point, clearness: Double)? {
    let length = from.distance(to: to)
    guard length > 40 else { return nil }
    let along = Point((to.x - from.x) / length, (to.y - from.y) / length)
    // Corners are in clockwise order, so the inner side lies to the right of the way.
    let inward = Point(-along.y, along.x)
    func place(_ distance: Double, _ depth: Double) -> Point {
      Point(
        from.x + along.x * distance + inward.x * depth,
        from.y + along.y * distance + inward.y * depth)
    }
    // Rounded or folded corners tell nothing about the side.
    let (start, end) = (length * 0.08, length * 0.92)
    // The end of the picture would be the clearest edge of all.
    let outside = min(
      self.outside, room(from: place(start, 0), to: inward), room(from: place(end, 0), to: inward))
    guard outside > -inside / 2 else { return nil }
    let strip = Quadrilateral(
      topLeft: place(start, -outside), topRight: place(start, inside),
      bottomRight: place(end, inside), bottomLeft: place(end, -outside))
    let (width, height) = ((outside + inside).rounded(.up), (end - start).rounded(.down))
    guard let toPicture = Projection(rectangle: width, height, to: strip) else { return nil }
    let image = try picture.rectified(toPicture, width: width, height: height)
    guard let side = SideSearch(image).strongest(lean: max(4, Int(width) / 2)) else { return nil }
    return (
      place(start, side.first - outside), place(end, side.last - outside), side.clearness
    )
  }

  /// How far the picture goes on from there against that direction; negative where the place lies outside already.
  private func room(from: Point, to inward: Point) -> Double {
    func along(_ place: Double, _ step: Double, _ size: Double) -> Double {
      if step > 1e-6 { return (place - 1) / step }
      return step < -1e-6 ? (size - 1 - place) / -step : .infinity
    }
    return min(
      along(from.x, inward.x, Double(picture.width)),
      along(from.y, inward.y, Double(picture.height)))
  }

  private static func crossing(_ a: (Point, Point), _ b: (Point, Point)) -> Point? {
    let (u, v) = (
      Point(a.1.x - a.0.x, a.1.y - a.0.y), Point(b.1.x - b.0.x, b.1.y - b.0.y)
    )
    let across = u.x * v.y - u.y * v.x
    guard abs(across) > 1e-9 else { return nil }
    let t = ((b.0.x - a.0.x) * v.y - (b.0.y - a.0.y) * v.x) / across
    return Point(a.0.x + t * u.x, a.0.y + t * u.y)
  }
}
