import CLeptonica
import Cases
import PageImaging
import Testing

@Suite struct PictureTests {
  private let red: UInt32 = 0xC832_1400

  /// Left half dark, right half light.
  private func halves(_ depth: Int32, _ dark: UInt32, _ light: UInt32) throws -> Picture {
    try Encoded.picture(width: 40, height: 24, depth: depth) { x, _ in x < 20 ? dark : light }
  }

  @Test func aGreyJPEGHasOneChannel() throws {
    let image = try firstPage(try halves(8, 40, 220).jpeg()).image

    #expect((image.width, image.height, image.channels) == (40, 24, 1))
    #expect(abs(Int(image.pixel(5, 12)[0]) - 40) < 8)
    #expect(abs(Int(image.pixel(35, 12)[0]) - 220) < 8)
  }

  @Test func whatHasMorePixelsThanReadingNeedsIsMadeSmaller() throws {
    let page = try firstPage(
      try Encoded.picture(width: 7000, height: 6000, depth: 1) { x, _ in x < 3500 ? 1 : 0 }.png())

    #expect(page.image.width * page.image.height <= 36_000_000)
    #expect(page.size.size == [7000, 6000], "of the stored picture")
    let corner = page.toPage(Point(Double(page.image.width), Double(page.image.height)))
    #expect(abs(corner.x - 7000) < 0.01 && abs(corner.y - 6000) < 0.01)
  }

  @Test func aColouredJPEGHasRedGreenBlue() throws {
    let image = try firstPage(try halves(32, red, 0xFFFF_FF00).jpeg()).image

    #expect(image.channels == 3)
    let pixel = image.pixel(5, 12).map(Int.init)
    #expect(zip(pixel, [0xC8, 0x32, 0x14]).allSatisfy { abs($0 - $1) < 10 }, "\(pixel)")
  }

  @Test func aPNGKeepsItsColours() throws {
    let image = try firstPage(try halves(32, red, 0x0102_0300).png()).image

    #expect(image.pixel(0, 0) == [0xC8, 0x32, 0x14])
    #expect(image.pixel(39, 23) == [1, 2, 3])
  }

  @Test func oneBitIsBlackAndWhite() throws {
    let image = try firstPage(try halves(1, 1, 0).png()).image

    #expect(image.channels == 1)
    #expect(image.pixel(0, 0) == [0])
    #expect(image.pixel(39, 0) == [255])
  }

  @Test func sixteenBitsAreReduced() throws {
    let image = try firstPage(try halves(16, 0x1234, 0xF0F0).png()).image

    #expect(image.channels == 1)
    #expect(abs(Int(image.pixel(0, 0)[0]) - 0x12) <= 1)
    #expect(abs(Int(image.pixel(39, 0)[0]) - 0xF0) <= 1)
  }

  @Test func transparentPartsAreWhitePaper() throws {
    let picture = try halves(32, 0x0000_00FF, 0x0000_0000)
    pixSetSpp(picture.pix, 4)
    let image = try firstPage(try picture.png()).image

    #expect(image.pixel(0, 0) == [0, 0, 0])
    #expect(image.pixel(39, 0) == [255, 255, 255])
  }

  @Test func aPaletteIsResolved() throws {
    let image = try firstPage(try palette(lightAlpha: 255).png()).image

    #expect(image.pixel(0, 0) == [200, 50, 20])
    #expect(image.pixel(39, 0) == [0, 0, 60])
  }

  @Test func transparentColoursOfAPaletteAreWhitePaper() throws {
    let image = try firstPage(try palette(lightAlpha: 0).png()).image

    #expect(image.pixel(0, 0) == [200, 50, 20])
    #expect(image.pixel(39, 0) == [255, 255, 255])
  }

  private func palette(lightAlpha: Int32) throws -> Picture {
    let picture = try halves(8, 0, 1)
    let colours = pixcmapCreate(8)
    pixcmapAddRGBA(colours, 200, 50, 20, 255)
    pixcmapAddRGBA(colours, 0, 0, 60, lightAlpha)
    pixSetColormap(picture.pix, colours)
    return picture
  }

  @Test(arguments: [IFF_PNG, IFF_JFIF_JPEG, IFF_TIFF_LZW])
  func theStatedResolutionIsKept(format: Int) throws {
    let picture = try halves(8, 0, 255)
    pixSetResolution(picture.pix, 300, 300)
    #expect(try firstPage(try picture.file(format)).image.dotsPerInch == 300)
  }

  @Test func aResolutionInCentimetresIsTurnedIntoInches() throws {
    let picture = try halves(8, 0, 255)
    pixSetResolution(picture.pix, 118, 118)
    // ResolutionUnit: 3 is the centimetre.
    let bytes = try picture.tiff(tag: 296, value: "3")
    #expect(try firstPage(bytes).image.dotsPerInch == 300)
  }

  @Test func anAbsurdResolutionIsNone() throws {
    let picture = try halves(8, 0, 255)
    pixSetResolution(picture.pix, 2_000_000, 2_000_000)
    #expect(try firstPage(try picture.png()).image.dotsPerInch == 0)
  }

  @Test func eachPageOfATIFFIsAPage() throws {
    // One bit is written as G4, eight bits otherwise.
    let pictures = try [halves(1, 1, 0), halves(8, 255, 30)]
    var list = pixaCreate(2)
    defer { pixaDestroy(&list) }
    for picture in pictures { pixaAddPix(list, picture.pix, Int32(L_CLONE)) }
    let bytes = try Encoded.bytes { pixaWriteMemMultipageTiff(&$0, &$1, list) }

    let source = try PageSource(bytes: bytes, format: .tiff)
    let pages = try (1...source.count).map { try source.page($0) }

    #expect(pages.map(\.number) == [1, 2])
    #expect(pages.map { $0.image.pixel(0, 0) } == [[0], [255]])
    #expect(pages.map { $0.image.pixel(39, 23) } == [[255], [30]])
    #expect(try source.textLayer(1) == nil)
  }

  @Test(arguments: [IFF_TIFF_G4, IFF_TIFF_LZW, IFF_TIFF_PACKBITS, IFF_TIFF_ZIP, IFF_TIFF])
  func compressedTIFFsAreRead(format: Int) throws {
    let depth: Int32 = format == IFF_TIFF_G4 ? 1 : 8
    let picture = try halves(depth, depth == 1 ? 1 : 0, depth == 1 ? 0 : 255)
    let image = try firstPage(try picture.file(format)).image
    #expect(image.pixel(0, 0) == [0])
    #expect(image.pixel(39, 0) == [255])
  }

  @Test func pixelsThatCannotBeDecodedAreDamage() throws {
    var png = try halves(8, 0, 255).png()
    // Into the compressed data, behind IHDR and the chunk's head.
    for index in 60..<png.count - 20 { png[index] ^= 0x5A }
    #expect(problemCode { _ = try firstPage(png) } == "damaged_image")
  }

  @Test func pagesThatAreNotThereAreRefused() throws {
    let source = try PageSource(bytes: try halves(8, 0, 255).png(), format: .png)
    #expect(problemCode { _ = try source.page(0) } == "damaged_image")
    #expect(problemCode { _ = try source.page(2) } == "damaged_image")
  }
}
