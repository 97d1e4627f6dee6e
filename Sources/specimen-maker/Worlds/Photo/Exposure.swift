import CCairo
import Cases
import Foundation

/// The light on the sensor: red, green and blue from 0 (none) to 1 (full), linear, row by row.
struct Exposure {
  let width: Int
  let height: Int
  var light: [SIMD4<Float>]

  /// Pixels between the points where view and light are computed; between them they are blended.
  private static let cell = 8

  /// What a sensor at the viewpoint receives from a lit desk; `origin` is the canvas's top left on the desk.
  init(
    of desk: Canvas, origin: Point, dotsPerMillimetre: Double, from view: Viewpoint,
    in lighting: Lighting
  ) throws(Problem) {
    let (width, height) = (view.width, view.height)
    (self.width, self.height) = (width, height)
    let cell = Self.cell
    let nodes = width / cell + 2
    let pixels = try DeskPixels(desk)
    var sensor = [SIMD4<Float>](repeating: .zero, count: width * height)
    func row(_ number: Int) -> [Node] {
      (0..<nodes).map { column in
        let point = Point(Double(column * cell), Double(number * cell))
        let place = view.desk(point)
        return Node(
          x: Float((place.x - origin.x) * dotsPerMillimetre),
          y: Float((place.y - origin.y) * dotsPerMillimetre),
          light: lighting(point.x / Double(width), point.y / Double(height)))
      }
    }
    var upper = row(0)
    for band in 0...(height / cell) {
      let lower = row(band + 1)
      let last = min(height, (band + 1) * cell)
      for line in band * cell..<max(band * cell, last) {
        let share = Float(line - band * cell) / Float(cell)
        let blended = zip(upper, lower).map { $0.towards($1, share) }
        sensor.withUnsafeMutableBufferPointer { out in
          Self.fill(
            UnsafeMutableBufferPointer(rebasing: out[line * width..<(line + 1) * width]), blended,
            pixels)
        }
      }
      upper = lower
    }
    light = sensor
  }

  private struct Node {
    var x: Float
    var y: Float
    var light: SIMD4<Float>

    func towards(_ other: Node, _ share: Float) -> Node {
      Node(
        x: x + (other.x - x) * share, y: y + (other.y - y) * share,
        light: light + (other.light - light) * share)
    }
  }

  private static func fill(
    _ line: UnsafeMutableBufferPointer<SIMD4<Float>>, _ nodes: [Node], _ pixels: DeskPixels
  ) {
    nodes.withUnsafeBufferPointer { nodes in
      for column in 0..<line.count {
        let place = column / cell
        let node = nodes[place].towards(
          nodes[place + 1], Float(column - place * cell) / Float(cell))
        line[column] = pixels.light(node.x, node.y) * node.light
      }
    }
  }
}
