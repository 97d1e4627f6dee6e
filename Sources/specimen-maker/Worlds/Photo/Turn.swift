import Cases
import Foundation

/// A clockwise turn about the origin.
struct Turn {
  private let cosine: Double
  private let sine: Double

  init(_ degrees: Double) {
    cosine = cos(degrees * .pi / 180)
    sine = sin(degrees * .pi / 180)
  }

  func callAsFunction(_ point: Point) -> Point {
    Point(point.x * cosine - point.y * sine, point.x * sine + point.y * cosine)
  }
}
