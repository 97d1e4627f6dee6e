import Cases
import Testing

@testable import Recognition

struct GreyImageTests {
  private func picture(_ rows: [String]) -> GreyImage {
    GreyImage(
      width: rows[0].count, height: rows.count,
      pixels: rows.flatMap { $0.map { $0 == "#" ? 0 : 255 } })
  }

  @Test func thinStrokesOutliveAReduction() throws {
    let page = PageImage(
      width: 4, height: 2, channels: 1, dotsPerInch: 300,
      pixels: [255, 10, 255, 255, 255, 10, 255, 255])
    let bounds = try #require(PixelBounds(Box(left: 0, top: 0, right: 4, bottom: 2), on: page))
    #expect(GreyImage(page, bounds: bounds, reducedBy: 2).pixels == [10, 255])
  }

  @Test func ofAColouredPageTheRedChannelIsRead() throws {
    let redSeal: [UInt8] = [220, 30, 30]
    let page = PageImage(width: 1, height: 1, channels: 3, dotsPerInch: 300, pixels: redSeal)
    let bounds = try #require(PixelBounds(Box(left: 0, top: 0, right: 1, bottom: 1), on: page))
    #expect(GreyImage(page, bounds: bounds).pixels == [220])
  }

  @Test func aBoxOutsideThePageHasNoPixels() {
    let page = PageImage(width: 2, height: 2, channels: 1, dotsPerInch: 300, pixels: [0, 0, 0, 0])
    #expect(PixelBounds(Box(left: 5, top: 5, right: 9, bottom: 9), on: page) == nil)
    #expect(PixelBounds(Box(left: 2, top: 0, right: 1, bottom: 2), on: page) == nil)
    #expect(PixelBounds(Box(left: .nan, top: 0, right: .nan, bottom: 2), on: page) == nil)
    #expect(
      PixelBounds(Box(left: -1e300, top: -1e300, right: 1e300, bottom: 1e300), on: page) != nil)
  }

  @Test func aShadowIsMadeWhite() {
    let shaded = GreyImage(
      width: 64, height: 8, pixels: (0..<8).flatMap { _ in (0..<64).map { UInt8(140 + $0) } })
    let flat = shaded.dividedByBackground(block: 4)
    #expect(flat.pixels.allSatisfy { $0 > 220 })
  }

  @Test func specksGoAndStrokesStay() {
    let dirty = picture([
      "........", ".#......", "....####", "....#...", "....#...", "........",
    ])
    let clean = dirty.withoutSpecks(ofSize: 2, darkerThan: 128, in: 0..<6)
    #expect(clean.pixels[1 * 8 + 1] == 250)
    #expect(clean.pixels[2 * 8 + 4] == 0)
  }

  @Test func wideGapsAreSqueezed() {
    let line = picture(["#......#", "#......#"])
    #expect(line.columns(squeezingGapsTo: 2, darkerThan: 128) == [0, 1, 2, 7])
  }

  @Test func scalingKeepsFlatGrey() {
    let grey = GreyImage(width: 9, height: 7, pixels: [UInt8](repeating: 77, count: 63))
    let scaled = grey.scaled(by: 0.5)
    #expect(scaled.pixels.allSatisfy { $0 == 77 })
    #expect(scaled.width == 5 && scaled.height == 4)
  }
}
