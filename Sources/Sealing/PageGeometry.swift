import Cases
import PortableDocument

/// Where things lie on a page as its reader sees it: points from the top left, turned as `/Rotate` says (ISO 32000-1, 7.7.3.3).
package struct PageGeometry: Sendable, Equatable {
  /// Left, bottom, right, top of the visible box in user space.
  let box: [Double]
  /// 0, 90, 180 or 270 degrees clockwise.
  let turn: Int

  /// Nil for a box or a turn that no page can have.
  package init?(box: [Double], turn: Int = 0) {
    guard box.count == 4, box.allSatisfy({ $0.isFinite && abs($0) < 100_000 }),
      turn.isMultiple(of: 90)
    else { return nil }
    let (xs, ys) = ([box[0], box[2]].sorted(), [box[1], box[3]].sorted())
    guard xs[1] - xs[0] > 1, ys[1] - ys[0] > 1 else { return nil }
    self.box = [xs[0], ys[0], xs[1], ys[1]]
    self.turn = ((turn % 360) + 360) % 360
  }

  /// As seen.
  package var width: Double { isUpright ? box[2] - box[0] : box[3] - box[1] }
  package var height: Double { isUpright ? box[3] - box[1] : box[2] - box[0] }
  private var isUpright: Bool { turn.isMultiple(of: 180) }

  /// `/Rect` of what is seen there.
  func rectangle(_ seen: Box) -> PDFValue {
    let (one, other) = (user(seen.left, seen.bottom), user(seen.right, seen.top))
    return .array(
      [min(one.x, other.x), min(one.y, other.y), max(one.x, other.x), max(one.y, other.y)]
        .map(PDFValue.points))
  }

  /// `/Matrix` of an appearance that is seen upright; nil where it is so without one.
  var matrix: PDFValue? {
    let numbers: [Int]? =
      switch turn {
      case 90: [0, 1, -1, 0, 0, 0]
      case 180: [-1, 0, 0, -1, 0, 0]
      case 270: [0, -1, 1, 0, 0, 0]
      default: nil
      }
    return numbers.map { .array($0.map(PDFValue.integer)) }
  }

  /// What is seen at a place in user space.
  func seen(_ x: Double, _ y: Double) -> Point {
    switch turn {
    case 90: Point(y - box[1], x - box[0])
    case 180: Point(box[2] - x, y - box[1])
    case 270: Point(box[3] - y, box[2] - x)
    default: Point(x - box[0], box[3] - y)
    }
  }

  private func user(_ x: Double, _ y: Double) -> Point {
    switch turn {
    case 90: Point(box[0] + y, box[1] + x)
    case 180: Point(box[2] - x, box[1] + y)
    case 270: Point(box[2] - y, box[3] - x)
    default: Point(box[0] + x, box[3] - y)
    }
  }
}
