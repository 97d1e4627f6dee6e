import Cases
import Foundation
import PageImaging
import Testing

@Suite struct PDFPageTests {
  private func open(_ pdf: SmallPDF) throws -> PageSource {
    try PageSource(bytes: pdf.bytes, format: .pdf)
  }

  @Test func aPageIsDrawnAt300DotsPerInch() throws {
    // A black square of 36 points, 72 from the left and 36 from the top.
    let pdf = SmallPDF(page: "/MediaBox [0 0 216 144]", content: "0 g 72 72 36 36 re f")

    let page = try open(pdf).page(1)

    #expect((page.image.width, page.image.height) == (900, 600))
    #expect(page.image.dotsPerInch == 300)
    #expect(page.size == PageSize(page: 1, width: 216, height: 144, unit: .point))
    #expect(page.image.pixel(301, 151) == [0, 0, 0])
    #expect(page.image.pixel(298, 151) == [255, 255, 255])
    #expect(page.toPage(page.image.middleOfDark).distance(to: Point(90, 54)) < 0.1)
  }

  @Test func aTurnedPageIsDrawnAsItIsShown() throws {
    let pdf = SmallPDF(
      page: "/MediaBox [0 0 216 144] /Rotate 90", content: "0 g 0 108 36 36 re f")

    let page = try open(pdf).page(1)

    #expect(page.size.size == [144, 216])
    // Its top left corner is at the top right when it is turned clockwise.
    #expect(page.toPage(page.image.middleOfDark).distance(to: Point(126, 18)) < 0.1)
  }

  @Test func aLargeSheetIsDrawnCoarser() throws {
    let page = try open(SmallPDF(page: "/MediaBox [0 0 7200 3600]")).page(1)

    #expect(page.image.width <= 5_001)
    #expect(page.image.dotsPerInch == 50)
    let corner = page.toPage(Point(Double(page.image.width), Double(page.image.height)))
    #expect(corner.distance(to: Point(7200, 3600)) < 2)
  }

  @Test(arguments: [
    "[0 0 100000 100]", "[0 0 100 20000]", "[0 0 0.001 100]", "[0 0 100 0.2]",
  ])
  func absurdPagesAreRefused(box: String) throws {
    let source = try open(SmallPDF(page: "/MediaBox \(box)"))
    #expect(problemCode { _ = try source.page(1) } == "damaged_pdf")
    #expect(problemCode { _ = try source.textLayer(1) } == "damaged_pdf")
  }

  @Test(arguments: [
    "[0 0 nan 842]", "[0 0 100 1e30]", "[-1e300 -1e300 1e300 1e300]", "[0 0]", "null", "[0 0 0 0]",
    "(A4)", "[a b c d]",
  ])
  func boxesThatSayNothingDoNotStopTheReader(box: String) throws {
    let source = try open(SmallPDF(page: "/MediaBox \(box)"))
    let code = problemCode {
      let image = try source.page(1).image
      #expect(image.width <= 5_001 && image.height <= 5_001)
    }
    #expect(code == nil || code == "damaged_pdf")
  }

  @Test func aPDFWithoutPagesIsRefused() {
    let code = problemCode { _ = try open(SmallPDF(kids: "[]", pageCount: 0)) }
    #expect(code == "no_pages")
  }

  @Test func pagesThatAreNotThereAreRefused() throws {
    let source = try open(SmallPDF(kids: "[3 0 R 99 0 R]", pageCount: 2))
    #expect(source.count == 2)
    for number in [0, 2, 3, .max] {
      #expect(problemCode { _ = try source.page(number) } == "damaged_pdf")
    }
  }

  @Test func aPDFWithAPasswordIsRefused() {
    // The standard handler of revision 2, with a check value that no empty password gives.
    let secret = String(repeating: "5A", count: 32)
    let pdf = SmallPDF(
      objects: ["<< /Filter /Standard /V 1 /R 2 /O <\(secret)> /U <\(secret)> /P -4 >>"],
      trailer: "/Encrypt 5 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00>]")
    #expect(problemCode { _ = try open(pdf) } == "encrypted_pdf")
  }

  @Test func aPDFThatIsNoneIsDamaged() {
    for text in ["%PDF-1.7\n", "%PDF-1.4\nxref\nstartxref\n9\n%%EOF"] {
      let bytes = Array(text.utf8)
      let code = problemCode { _ = try PageSource(bytes: bytes, format: .pdf) }
      #expect(code == "damaged_pdf" || code == "no_pages", "\(code ?? "accepted")")
    }
  }

  /// A picture that claims more pixels than there are numbers for; what can be drawn at all is limited at the door.
  @Test func anImpossiblePictureInAPageDoesNotStopTheReader() throws {
    let pdf = SmallPDF(
      page: "/MediaBox [0 0 200 200] \(SmallPDF.font)", content: "200 0 0 200 0 0 cm /I Do",
      objects: [SmallPDF.helvetica, SmallPDF.picture(width: 2_000_000_000, height: 2_000_000_000)])
    #expect(try open(pdf).page(1).image.width == 834)
  }
}
