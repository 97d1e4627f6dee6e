import Cases
import PageImaging
import Testing

@Suite struct TurnedDocumentTests {
  /// 3 × 2 pixels; the top left one is dark. It lies at (10, 20) of the page.
  private let document = DocumentImage(
    image: PageImage(
      width: 3, height: 2, channels: 1, dotsPerInch: 300, pixels: [0, 200, 200, 200, 200, 200]),
    toPage: Projection(1, 0, 10, 0, 1, 20),
    polygon: Polygon(Box(left: 10, top: 20, right: 13, bottom: 22)), pixelsPerMillimetre: 12,
    isWholePage: false)

  @Test(arguments: [(0, 0, 0), (1, 1, 0), (2, 2, 1), (3, 0, 2)])
  func theDarkPixelGoesRoundAndMapsBack(_ quarters: Int, _ x: Int, _ y: Int) throws {
    let turned = try document.turned(quarters: quarters)
    #expect(turned.image.pixels[y * turned.image.width + x] == 0)
    #expect(turned.image.width == (quarters % 2 == 0 ? 3 : 2))
    // The middle of the dark pixel is where it was on the page.
    #expect(turned.toPage(Point(Double(x) + 0.5, Double(y) + 0.5)) == Point(10.5, 20.5))
  }

  @Test func itsPolygonBeginsAtTheNewTopLeft() throws {
    let corners = try document.turned(quarters: 2).polygon.corners
    #expect(corners == [Point(13, 22), Point(10, 22), Point(10, 20), Point(13, 20)])
  }
}
