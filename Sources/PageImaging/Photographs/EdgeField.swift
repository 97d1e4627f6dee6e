import Cases
import Foundation

/// Where a small picture changes, which way, and whether what lies on both sides differs: the border of a paper does,
/// a printed rule and a stroke of print do not.
struct EdgeField {
  /// One pixel on the crest of an edge.
  struct Edge {
    /// Place of the crest in pixels, pixel centres at whole numbers.
    var x, y: Float
    /// Unit vector from dark to light in the channel that changes most.
    var normalX, normalY: Float
    /// Change from one side to the other some pixels away, in grey levels.
    var step: Float
  }

  let width, height: Int
  let edges: [Edge]
  /// Index of the edge at each pixel, -1 where there is none.
  let places: [Int32]

  /// Grey levels a pixel; less is grain.
  private static let leastSlope: Float = 0.8
  /// Pixels from the crest at which both sides are compared. The smaller of the two changes counts.
  private static let near: Float = 2.5
  private static let far: Float = 3.5

  init(_ field: ColourField) {
    width = field.width
    height = field.height
    var slopes = Slopes(field)
    slopes.floor(Self.leastSlope)
    var edges: [Edge] = []
    var places = [Int32](repeating: -1, count: width * height)
    for y in stride(from: 2, to: height - 2, by: 1) {
      for x in stride(from: 2, to: width - 2, by: 1) {
        guard let crest = slopes.crest(x, y) else { continue }
        let (u, v) = (crest.normalX, crest.normalY)
        func step(_ away: Float) -> Float {
          abs(
            field.change(
              from: (crest.x - u * away, crest.y - v * away),
              to: (crest.x + u * away, crest.y + v * away)))
        }
        places[y * width + x] = Int32(edges.count)
        edges.append(
          Edge(
            x: crest.x, y: crest.y, normalX: u, normalY: v,
            step: max(step(Self.near), step(Self.far))))
      }
    }
    self.edges = edges
    self.places = places
  }
}

/// The slope of the channel that changes most, at every pixel.
private struct Slopes {
  let width: Int
  var x, y, squares: [Float]

  init(_ field: ColourField) {
    width = field.width
    let count = field.width * field.height
    x = [Float](repeating: 0, count: count)
    y = x
    squares = x
    let (width, height) = (field.width, field.height)
    for plane in field.planes {
      plane.withUnsafeBufferPointer { plane in
        x.withUnsafeMutableBufferPointer { slopeX in
          y.withUnsafeMutableBufferPointer { slopeY in
            squares.withUnsafeMutableBufferPointer { squares in
              for row in stride(from: 1, to: height - 1, by: 1) {
                for at in row * width + 1..<row * width + width - 1 {
                  let across = (plane[at + 1] - plane[at - 1]) / 2
                  let down = (plane[at + width] - plane[at - width]) / 2
                  let square = across * across + down * down
                  if square > squares[at] {
                    (slopeX[at], slopeY[at], squares[at]) = (across, down, square)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Forgets slopes that are less.
  mutating func floor(_ least: Float) {
    for at in squares.indices where squares[at] < least * least { squares[at] = 0 }
  }

  /// The crest of an edge at that pixel, placed between pixels by a parabola; nil where the slope is steeper on either
  /// side of it.
  func crest(_ column: Int, _ row: Int) -> (x: Float, y: Float, normalX: Float, normalY: Float)? {
    let at = row * width + column
    guard squares[at] > 0 else { return nil }
    let size = squares[at].squareRoot()
    let (u, v) = (x[at] / size, y[at] / size)
    // The neighbour along the slope, of the eight.
    let next = (v > 0.383 ? width : v < -0.383 ? -width : 0) + (u > 0.383 ? 1 : u < -0.383 ? -1 : 0)
    let (after, before) = (squares[at + next].squareRoot(), squares[at - next].squareRoot())
    guard size >= after, size > before else { return nil }
    let bend = before + after - 2 * size
    let shift = bend < -1e-6 ? max(-0.5, min(0.5, (before - after) / (2 * bend))) : 0
    return (Float(column) + u * shift, Float(row) + v * shift, u, v)
  }
}
