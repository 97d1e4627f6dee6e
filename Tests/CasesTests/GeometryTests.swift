import Cases
import Foundation
import Testing

@Suite struct GeometryTests {
  let turn = Projection(0, -1, 100, 1, 0, 0)
  let tilt = Projection(1, 0.2, 5, 0.1, 1.1, 7, 0.0001, 0.0002, 1)

  @Test func identityMovesNothing() {
    #expect(Projection.identity(Point(3, 4)) == Point(3, 4))
  }

  @Test func aPerspectiveDividesByItsThirdPart() {
    let point = Projection(1, 0, 0, 0, 1, 0, 0.01, 0, 1)(Point(100, 50))
    #expect(point == Point(50, 25))
  }

  @Test(arguments: [Point(0, 0), Point(640, 0), Point(12.5, 480)])
  func thenIsTheFirstAndThenTheOther(_ point: Point) {
    let both = turn.then(tilt)(point)
    let steps = tilt(turn(point))
    #expect(abs(both.x - steps.x) < 1e-9 && abs(both.y - steps.y) < 1e-9)
    #expect(turn.then(tilt) != tilt.then(turn), "order counts")
  }

  @Test func aBoxGoesCornerByCornerFromTheTopLeft() {
    let polygon = turn(Box(left: 10, top: 20, right: 30, bottom: 60))
    #expect(polygon.corners == [Point(80, 10), Point(80, 30), Point(40, 30), Point(40, 10)])
    #expect(polygon.bounds == Box(left: 40, top: 10, right: 80, bottom: 30))
  }

  @Test func boxesGrowJoinAndAreClipped() {
    let box = Box(left: 10, top: 20, right: 30, bottom: 60)
    #expect(box.width == 20 && box.height == 40 && box.middle == Point(20, 40))
    #expect(box.grown(x: 1, y: 2) == Box(left: 9, top: 18, right: 31, bottom: 62))
    #expect(
      box.union(Box(left: 0, top: 30, right: 5, bottom: 99))
        == Box(left: 0, top: 20, right: 30, bottom: 99))
    #expect(
      box.grown(x: 50, y: 50).clipped(width: 40, height: 70)
        == Box(left: 0, top: 0, right: 40, bottom: 70))
  }

  @Test func aPolygonIsAListOfPairsToATenth() throws {
    let polygon = Polygon([Point(1.04, 2.06), Point(3, 4)])
    let text = String(decoding: try JSONEncoder().encode(polygon), as: UTF8.self)
    #expect(text == "[[1,2.1],[3,4]]")
    let back = try JSONDecoder().decode(Polygon.self, from: Data(text.utf8))
    #expect(back.corners == [Point(1, 2.1), Point(3, 4)])
  }

  @Test(arguments: ["[1]", "[[1]]", "{}", "[[\"1\",2]]"])
  func whatIsNoPolygonIsRefused(_ text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Polygon.self, from: Data(text.utf8))
    }
  }
}
