import Cases
import Foundation

/// What a four-sided outline in a photograph says about the rectangle that was photographed.
///
/// Z. Zhang and L.-W. He, "Whiteboard scanning and image enhancement", Digital Signal Processing 17 (2007), section 3:
/// the camera looks through the middle of the picture and its pixels are square.
struct RectangleView {
  /// Width divided by height.
  let aspect: Double

  /// Focal length of a phone's main camera (26 mm where film is 36 mm wide), in longer sides of the picture: taken
  /// where the outline does not tell it.
  private static let usualFocalLength = 0.75
  private static let believed = 0.5...3.0

  /// `width` and `height` are the picture's.
  init?(_ quad: Quadrilateral, width: Double, height: Double) {
    let middle = Point(width / 2, height / 2)
    let unit = max(width, height)
    func homogeneous(_ p: Point) -> [Double] {
      [(p.x - middle.x) / unit, (p.y - middle.y) / unit, 1]
    }
    let (m1, m2) = (homogeneous(quad.topLeft), homogeneous(quad.topRight))
    let (m3, m4) = (homogeneous(quad.bottomLeft), homogeneous(quad.bottomRight))
    let k2 = Self.dot(Self.cross(m1, m4), m3) / Self.dot(Self.cross(m2, m4), m3)
    let k3 = Self.dot(Self.cross(m1, m4), m2) / Self.dot(Self.cross(m3, m4), m2)
    let n2 = (0..<3).map { k2 * m2[$0] - m1[$0] }
    let n3 = (0..<3).map { k3 * m3[$0] - m1[$0] }
    let squared = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2])
    // Where a pair of sides is all but parallel, the focal length is not to be had, and matters little.
    let isTold =
      abs(n2[2]) > 0.06 && abs(n3[2]) > 0.06 && squared > 0
      && Self.believed.contains(squared.squareRoot())
    let focal = isTold ? squared : Self.usualFocalLength * Self.usualFocalLength
    func size(_ n: [Double]) -> Double { (n[0] * n[0] + n[1] * n[1]) / focal + n[2] * n[2] }
    let ratio = (size(n2) / size(n3)).squareRoot()
    guard ratio.isFinite, ratio > 0 else { return nil }
    aspect = ratio
  }

  private static func cross(_ a: [Double], _ b: [Double]) -> [Double] {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  }
}
