import Cases
import PageImaging
import Testing

@Suite struct TextLayerTests {
  private func layer(_ content: String, picture: String = SmallPDF.onePixel) throws
    -> PageTextLayer?
  {
    let pdf = SmallPDF(
      page: "/MediaBox [0 0 595 842] \(SmallPDF.font)", content: content,
      objects: [SmallPDF.helvetica, picture])
    return try PageSource(bytes: pdf.bytes, format: .pdf).textLayer(1)
  }

  private let sentence = SmallPDF.text([(72, 700, "Statement of ordinary words")])

  @Test func lettersComeWithTheirPlaces() throws {
    let layer = try #require(try layer(sentence))

    let line = try #require(layer.lines.first)
    #expect(line.text == "Statement of ordinary words")
    #expect(layer.size == PageSize(page: 1, width: 595, height: 842, unit: .point))
    // The base line lies 842 - 700 points below the top; the origin is the top left.
    #expect(abs(line.box.left - 72) < 2)
    #expect(line.box.top < 142 && line.box.bottom > 140 && line.box.height < 20)
    #expect(line.confidence == 1)
  }

  @Test func cellsOfATableStayApart() throws {
    let table = SmallPDF.text([
      (72, 700, "Name"), (118, 700, "Wang"), (200, 700, "Number"), (260, 700, "11010519"),
      (72, 670, "Street"), (200, 670, "Heping"),
    ])

    let lines = try #require(try layer(table)).lines.map(\.text)

    #expect(
      Set(lines) == ["Name", "Wang", "Number", "11010519", "Street", "Heping"], "\(lines)")
  }

  @Test func aPageUnderAPictureHasNone() throws {
    let scan = "q 595 0 0 842 0 0 cm /I Do Q\n"
    #expect(try layer(scan + sentence) == nil)
    #expect(try layer("q 100 0 0 100 0 0 cm /I Do Q\n" + sentence) != nil)
  }

  @Test func aPageUnderStripsOfAPictureHasNone() throws {
    let strips = (0..<8).map { "q 595 0 0 105.25 0 \(Double($0) * 105.25) cm /I Do Q\n" }
    #expect(try layer(strips.joined() + sentence) == nil)
  }

  @Test func aPictureBesideThePageCoversNothing() throws {
    let outside = "q 595 0 0 842 2000 0 cm /I Do Q\n"
    #expect(try layer(outside + sentence) != nil)
  }

  @Test func aFewLettersAreNone() throws {
    #expect(try layer("") == nil)
    #expect(try layer(SmallPDF.text([(72, 700, "Page 1")])) == nil)
  }

  /// What a program writes that leaves out which characters its glyphs stand for.
  @Test func privateUseCharactersAreNone() throws {
    let map = """
      << /Length 200 >>
      stream
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap
      1 begincodespacerange <00> <FF> endcodespacerange
      1 beginbfrange <20> <7E> <E020> endbfrange
      endcmap end end
      endstream
      """
    let pdf = SmallPDF(
      page: "/MediaBox [0 0 595 842] \(SmallPDF.font)", content: sentence,
      objects: [
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>",
        SmallPDF.onePixel, map,
      ])
    #expect(try PageSource(bytes: pdf.bytes, format: .pdf).textLayer(1) == nil)
  }
}
