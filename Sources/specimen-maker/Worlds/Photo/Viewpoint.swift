import Cases
import Foundation

/// Where a camera above a desk sees what: desk points in millimetres about the scene's middle,
/// picture points in pixels from the top left.
struct Viewpoint {
  let width: Int
  let height: Int
  private let projection: Projection
  private let back: Projection
  private let barrel: Double
  private let wave: Wave

  /// A sheet that does not lie flat: it is shifted down the desk by a sine of the way across.
  struct Wave {
    /// Millimetres.
    var amplitude = 0.0
    var length = 400.0
    var phase = 0.0

    func shift(at x: Double) -> Double {
      amplitude == 0 ? 0 : amplitude * sin(2 * .pi * x / length + phase)
    }
  }

  /// The pinhole of a shot whose picture frames `extent`, the scene's box on the desk.
  init(_ shot: Shot, around extent: Box) throws(Problem) {
    let bare = Self.projection(shot, shift: Point(0, 0))
    let seen = bare(extent).bounds
    let aspect = shot.portrait ? 1 / shot.aspect : shot.aspect
    let frame = max(seen.width, seen.height * aspect) / shot.fill
    width = Int(frame.rounded())
    height = Int((frame / aspect).rounded())
    let room = (x: Double(width) - seen.width, y: Double(height) - seen.height)
    let margin = 0.12
    let shift = Point(
      room.x * (margin + (1 - 2 * margin) * shot.placing.x) - seen.left,
      room.y * (margin + (1 - 2 * margin) * shot.placing.y) - seen.top)
    projection = Self.projection(shot, shift: shift)
    guard let inverse = projection.inverse else { throw .cannotDraw("viewpoint") }
    back = inverse
    barrel = shot.barrel
    wave = shot.wave
  }

  func desk(_ point: Point) -> Point {
    let flat = back(straightened(point))
    return Point(flat.x, flat.y + wave.shift(at: flat.x))
  }

  func picture(_ point: Point) -> Point {
    bent(projection(Point(point.x, point.y - wave.shift(at: point.x))))
  }

  /// The part of the desk that the picture shows.
  var view: Box {
    let (right, bottom) = (Double(width), Double(height))
    let rim = stride(from: 0.0, through: 1, by: 0.125).flatMap { share in
      [
        Point(right * share, 0), Point(right * share, bottom), Point(0, bottom * share),
        Point(right, bottom * share),
      ]
    }
    return Polygon(rim.map(desk)).bounds
  }

  /// Turned about an axis in the desk, then seen from a pinhole above.
  private static func projection(_ shot: Shot, shift: Point) -> Projection {
    let (cosine, sine) = (cos(shot.tilt), sin(shot.tilt))
    let (ux, uy) = (cos(shot.axis), sin(shot.axis))
    let scale = shot.pixelsPerMillimetre
    let (g, h) = (-sine * uy / shot.distance, sine * ux / shot.distance)
    let mixed = ux * uy * (1 - cosine)
    let (xx, yy) = (cosine + ux * ux * (1 - cosine), cosine + uy * uy * (1 - cosine))
    return Projection(
      scale * xx + shift.x * g, scale * mixed + shift.x * h, shift.x,
      scale * mixed + shift.y * g, scale * yy + shift.y * h, shift.y, g, h, 1)
  }

  private func stretch(_ point: Point) -> Double {
    let (dx, dy) = (point.x - Double(width) / 2, point.y - Double(height) / 2)
    let reach = Double(width * width + height * height) / 4
    return 1 + barrel * (dx * dx + dy * dy) / reach
  }

  private func straightened(_ point: Point) -> Point {
    scaled(point, by: stretch(point))
  }

  /// The inverse of `straightened`, by iteration: the lens bends by less than a tenth.
  private func bent(_ point: Point) -> Point {
    (0..<8).reduce(point) { guess, _ in scaled(point, by: 1 / stretch(guess)) }
  }

  private func scaled(_ point: Point, by factor: Double) -> Point {
    let (x, y) = (Double(width) / 2, Double(height) / 2)
    return Point(x + (point.x - x) * factor, y + (point.y - y) * factor)
  }
}
