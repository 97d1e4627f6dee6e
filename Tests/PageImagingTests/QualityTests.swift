import Cases
import Testing

@testable import PageImaging

@Suite struct QualityTests {
  private static let scale = 10.0

  /// A card with print, as a scanner with ten pixels for a millimetre sees it.
  private let card: PageImage

  init() throws {
    let size = (width: Desk.card.width, height: Desk.card.height)
    let desk = Desk(width: size.width, height: size.height, scale: Self.scale, grey: 0.85)
    desk.put(
      cardAt: Point(size.width / 2, size.height / 2), degrees: 0, grey: 0.85, outline: false)
    card = try firstPage(desk.png).image
  }

  /// What is said of that picture.
  /// - Parameters:
  ///   - share: how many pixels of the submitted picture one of these pixels was.
  ///   - shift: how far the submitted picture ends left of the document's left side, as a share of its width.
  private func warnings(
    of image: PageImage, isColoured: Bool = false, share: Double = 1, cutOff: Double = 0,
    isWholePage: Bool = false, longSide: Double = Desk.card.width
  ) -> [ReadingWarning] {
    let (width, height) = (Double(image.width) * share, Double(image.height) * share)
    let outline = Box(left: -cutOff * width, top: 0, right: (1 - cutOff) * width, bottom: height)
    let document = DocumentImage(
      image: image, toPage: .identity, polygon: Polygon(outline),
      pixelsPerMillimetre: Self.scale, isWholePage: isWholePage)
    let page = SubmittedPage(
      number: 1, size: PageSize(page: 1, width: width, height: height, unit: .pixel), image: image,
      toPage: .identity)
    return PageQuality.warnings(
      of: document, on: page, isColoured: isColoured, longSide: longSide)
  }

  private func codes(_ warnings: [ReadingWarning]) -> [ReadingWarning.Code] { warnings.map(\.code) }

  @Test func aGoodScanIsLeftAlone() {
    #expect(warnings(of: card).isEmpty)
    let white = card.painted { _, _, colour in colour.map { UInt8(min(255, Int($0) * 6 / 5)) }
    }
    #expect(warnings(of: white).isEmpty)
  }

  @Test func blurIsMeasured() throws {
    let warnings = warnings(of: card.blurred(radius: 4))
    #expect(codes(warnings) == [.blur])
    let score = try #require(warnings.first?.score)
    #expect((0.5...1).contains(score))
    // What is wide because it was small is not blurred.
    #expect(!codes(self.warnings(of: card.blurred(radius: 4), share: 0.2)).contains(.blur))
  }

  @Test func darknessIsMeasured() {
    let dark = card.painted { _, _, colour in colour.map { $0 / 4 } }
    #expect(codes(warnings(of: dark)) == [.dark])
  }

  @Test func aLampOnPaperIsGlareAndWhitePaperIsNot() {
    let lamp = card.painted { x, y, colour in
      (x - 500) * (x - 500) + (y - 300) * (y - 300) < 60 * 60 ? [255, 255, 255] : colour
    }
    #expect(codes(warnings(of: lamp)) == [.glare])
    let exposed = card.painted { _, _, colour in colour.map { $0 > 100 ? 255 : $0 } }
    #expect(!codes(warnings(of: exposed)).contains(.glare))
  }

  @Test func fewPixelsAreMeasuredInTheSubmittedPicture() {
    #expect(codes(warnings(of: card, share: 0.3)) == [.lowResolution])
    #expect(warnings(of: card, share: 0.6).isEmpty)
  }

  @Test func aCardThatLeavesThePictureIsCut() {
    #expect(codes(warnings(of: card, cutOff: 0.05)) == [.borderCut])
    #expect(warnings(of: card, cutOff: 0.05, isWholePage: true).isEmpty)
    #expect(warnings(of: card, cutOff: 0.002).isEmpty)
  }

  @Test func aCopyHasNoColourInWhateverLight() {
    let sealed = card.painted { x, y, colour in
      (600..<700).contains(x) && (400..<450).contains(y) ? [200, 60, 60] : colour
    }
    #expect(warnings(of: sealed, isColoured: true).isEmpty)
    #expect(codes(warnings(of: card, isColoured: true)) == [.copy])
    let lamplight = card.painted { _, _, colour in
      [colour[0], UInt8(Int(colour[1]) * 9 / 10), UInt8(Int(colour[2]) * 7 / 10)]
    }
    #expect(codes(warnings(of: lamplight, isColoured: true)) == [.copy])
  }

  @Test func tinyPicturesAreJudgedWithoutHarm() {
    for side in [1, 2, 16] {
      let image = PageImage(
        width: side, height: side, channels: 1, dotsPerInch: 0,
        pixels: [UInt8](repeating: 128, count: side * side))
      _ = warnings(of: image, isColoured: true)
    }
  }

  /// Something round that comes in from the right edge of the card: 15 mm wide, that far over the card.
  private func covered(by colour: [UInt8], reaching depth: Double) -> PageImage {
    let radius = 75
    let middle = card.width - Int(depth * Self.scale) + radius
    return card.painted { x, y, below in
      let (dx, dy): (Int, Int) = (max(0, middle - x), y - 300)
      return dx * dx + dy * dy < radius * radius ? colour : below
    }
  }

  private static let skins: [[UInt8]] = [[222, 171, 140], [204, 148, 115], [178, 122, 92]]

  @Test(arguments: skins) func aFingerCovers(_ skin: [UInt8]) {
    #expect(codes(warnings(of: covered(by: skin, reaching: 6))) == [.occluded])
    // The colour of the light does not count.
    let warm = covered(by: skin, reaching: 6).painted { _, _, colour in
      [colour[0], UInt8(Int(colour[1]) * 9 / 10), UInt8(Int(colour[2]) * 3 / 4)]
    }
    #expect(codes(warnings(of: warm)).contains(.occluded))
  }

  @Test func whatIsNoFingerIsNotTakenForOne() {
    let skin = Self.skins[0]
    #expect(warnings(of: covered(by: skin, reaching: 0.8)).isEmpty)
    #expect(warnings(of: covered(by: [60, 90, 200], reaching: 6)).isEmpty)
    #expect(warnings(of: covered(by: skin, reaching: 6), isWholePage: true).isEmpty)
    // A strip of a wooden desk, and a wedge of it.
    let strip = card.painted { x, _, colour in x > 826 ? skin : colour }
    #expect(warnings(of: strip).isEmpty)
    let wedge = card.painted { x, y, colour in
      let height: Int = 540 - y
      return height < 300 - 5 * (856 - x) ? skin : colour
    }
    #expect(warnings(of: wedge).isEmpty)
    // A portrait.
    let face = (x: 600..<760, y: 100..<300)
    let portrait = card.painted { x, y, colour in
      face.x.contains(x) && face.y.contains(y) ? skin : colour
    }
    #expect(warnings(of: portrait).isEmpty)
  }

}

extension PageImage {
  /// The same picture with every pixel changed.
  fileprivate func painted(_ change: (_ x: Int, _ y: Int, _ colour: [UInt8]) -> [UInt8])
    -> PageImage
  {
    var changed: [UInt8] = []
    changed.reserveCapacity(width * height * 3)
    for y in 0..<height {
      for x in 0..<width {
        let colour = pixel(x, y)
        changed += change(x, y, colour.count == 3 ? colour : [colour[0], colour[0], colour[0]])
      }
    }
    return PageImage(
      width: width, height: height, channels: 3, dotsPerInch: dotsPerInch, pixels: changed)
  }

  /// Three times the mean of a row of pixels, which comes near to a lens out of focus.
  fileprivate func blurred(radius: Int) -> PageImage {
    var levels = pixels.enumerated().filter { $0.offset % channels == 0 }.map { Int($0.element) }
    for _ in 0..<3 {
      levels = levels.indices.map { index in
        let (row, column) = index.quotientAndRemainder(dividingBy: width)
        let near = max(0, column - radius)...min(width - 1, column + radius)
        return near.reduce(0) { $0 + levels[row * width + $1] } / near.count
      }
    }
    return PageImage(
      width: width, height: height, channels: 1, dotsPerInch: dotsPerInch,
      pixels: levels.map { UInt8($0) })
  }
}
