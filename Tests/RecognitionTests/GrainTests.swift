import Cases
import Testing

@testable import Recognition

struct GrainTests {
  /// Even paper with grain of that standard deviation.
  private func paper(_ light: Int, grain: Double, side: Int = 300) -> GreyImage {
    var random: UInt64 = 88
    func next() -> Double {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(random >> 40) / Double(1 << 24)
    }
    let pixels = (0..<side * side).map { _ -> UInt8 in
      // The sum of twelve has a standard deviation of one.
      let normal = (0..<12).reduce(-6) { sum, _ in sum + next() }
      return UInt8(max(0, min(255, Double(light) + grain * normal)))
    }
    return GreyImage(width: side, height: side, pixels: pixels)
  }

  @Test(arguments: [(200, 2.0), (200, 10), (60, 3)])
  func grainIsMeasuredAsAPartOfTheLight(_ light: Int, _ grain: Double) {
    let measured = paper(light, grain: grain).grain
    #expect(abs(measured / (grain / Double(light)) - 1) < 0.15)
  }

  @Test func printIsNoGrain() throws {
    let sample = try SampleLine.load()
    let page = sample.page
    let everything = Box(
      left: 0, top: 0, right: Double(page.width), bottom: Double(page.height))
    let picture = GreyImage(page, bounds: try #require(PixelBounds(everything, on: page)))
    #expect(picture.withoutGrain() == picture)
  }

  @Test(arguments: [(200, 12.0), (60, 4)])
  func grainyPaperIsNoInk(_ light: Int, _ grain: Double) {
    func ink(_ picture: GreyImage) -> Int {
      InkMap(picture.dividedByBackground(block: 8)).image.pixels.count { $0 == 0 }
    }
    let grainy = paper(light, grain: grain)
    #expect(ink(grainy) > 1_000)
    #expect(ink(grainy.withoutGrain()) < 50)
  }

  /// Tesseract's layout analysis took most of a minute on a desk in bad light.
  @Test(.timeLimit(.minutes(1))) func aGrainyDeskHasNoLines() throws {
    let desk = paper(56, grain: 5, side: 900)
    let page = PageImage(
      width: desk.width, height: desk.height, channels: 1, dotsPerInch: 72, pixels: desk.pixels)
    let lines = try TextRecognizer.usual().lines(on: page).count
    #expect(lines < 20, "\(lines)")
  }

  @Test(arguments: [(0, 0), (1, 9), (2, 2), (3, 3)])
  func aPictureOfAnySizeMayBeSmoothed(_ width: Int, _ height: Int) {
    let picture = GreyImage(
      width: width, height: height, pixels: [UInt8](repeating: 9, count: width * height))
    #expect(picture.withoutGrain() == picture)
    #expect(picture.smoothed() == picture)
  }
}
