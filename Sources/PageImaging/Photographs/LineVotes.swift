import Cases
import Foundation

/// Straight lines that many edges lie on (R. O. Duda and P. E. Hart, "Use of the Hough Transformation to Detect Lines and
/// Curves in Pictures", 1972), each edge voting only for lines along itself (F. O'Gorman and M. B. Clowes, 1976).
struct LineVotes {
  /// A line in normal form around the middle of the picture.
  struct Peak {
    /// Direction of the normal in radians, 0 up to π.
    var angle: Double
    /// Signed distance from the middle in pixels.
    var distance: Double
    var votes: Float
  }

  private static let angles = 180
  /// Degrees by which an edge may err.
  private static let leeway = 3
  /// Changes of more grey levels than these do not count more: a faint paper on a plain table is to be found too,
  /// and still the grain of wood should not outvote a paper's border.
  private static let fullStep: Float = 24

  private let votes: [Float]
  private let reach: Int

  init(_ field: EdgeField) {
    let middle = (x: Float(field.width) / 2, y: Float(field.height) / 2)
    let reach = Int(hypot(middle.x, middle.y)) + 3
    self.reach = reach
    let row = 2 * reach + 1
    var votes = [Float](repeating: 0, count: Self.angles * row)
    let directions = (0..<Self.angles).map { degree in
      let angle = Float(degree) * .pi / 180
      return (x: cos(angle), y: sin(angle))
    }
    votes.withUnsafeMutableBufferPointer { votes in
      for edge in field.edges where edge.step > 2 {
        let weight = min(edge.step, Self.fullStep) / Self.fullStep
        let degree = Int((atan2(edge.normalY, edge.normalX) * 180 / .pi).rounded()) + 360
        let (x, y) = (edge.x - middle.x, edge.y - middle.y)
        for turn in -Self.leeway...Self.leeway {
          let angle = (degree + turn) % Self.angles
          let distance = x * directions[angle].x + y * directions[angle].y + Float(reach)
          let place = Int(distance)
          let part = distance - Float(place)
          let share = weight * Float(Self.leeway + 1 - abs(turn)) / Float(Self.leeway + 1)
          votes[angle * row + place] += share * (1 - part)
          votes[angle * row + place + 1] += share * part
        }
      }
    }
    self.votes = votes
  }

  /// The strongest lines, strongest first, at most `most` of nearly the same direction.
  func peaks(most: Int, ofOneDirection: Int) -> [Peak] {
    var picked: [Peak] = []
    for peak in localMaxima.sorted(by: { $0.votes > $1.votes }) {
      guard picked.count < most else { break }
      var alike = 0
      var isNew = true
      for other in picked {
        let turn = Self.turn(peak.angle, other.angle)
        if turn.size < 0.26 { alike += 1 }
        let apart = abs(peak.distance - (turn.isOpposite ? -other.distance : other.distance))
        if turn.size < 0.06, apart < 2.5 { isNew = false }
      }
      if isNew, alike < ofOneDirection { picked.append(peak) }
    }
    return picked
  }

  /// The angle between two lines, and whether their normals point to opposite sides.
  private static func turn(_ a: Double, _ b: Double) -> (size: Double, isOpposite: Bool) {
    let between = abs(a - b)
    return between > .pi / 2 ? (.pi - between, true) : (between, false)
  }

  private var localMaxima: [Peak] {
    let row = 2 * reach + 1
    var found: [Peak] = []
    for angle in 0..<Self.angles {
      for place in 2..<row - 2 {
        let here = votes[angle * row + place]
        guard here > 4, here >= votes[angle * row + place - 1],
          here > votes[angle * row + place + 1],
          here >= neighbour(angle - 1, place), here > neighbour(angle + 1, place)
        else { continue }
        found.append(
          Peak(
            angle: Double(angle) * .pi / 180, distance: Double(place - reach), votes: here))
      }
    }
    return found
  }

  /// Beyond 0 and 180 degrees the normal points to the other side.
  private func neighbour(_ angle: Int, _ place: Int) -> Float {
    let row = 2 * reach + 1
    if angle < 0 { return votes[(angle + Self.angles) * row + row - 1 - place] }
    if angle >= Self.angles { return votes[(angle - Self.angles) * row + row - 1 - place] }
    return votes[angle * row + place]
  }
}
