import Cases
import Foundation
import Testing

@testable import PageImaging

/// Pages as scanners see them, drawn on the spot: 210 × 297 mm at eight pixels for a millimetre (203 dpi).
@Suite struct BlankPageTests {
  private func isBlank(
    _ sheet: Sheet, seenAs change: (PageImage) throws -> PageImage = { $0 }
  ) throws -> Bool {
    try BlankPage.isBlank(change(try firstPage(sheet.png).image))
  }

  @Test(arguments: [1.0, 0.93, 0.75])
  func paperOfAnyShadeIsBlank(grey: Double) throws {
    #expect(try isBlank(Sheet(grey: grey)))
    #expect(try isBlank(Sheet(grey: grey)) { $0.noisy(by: 7) })
  }

  @Test func punchedHolesAreNoPrint() throws {
    for grey in [0.05, 0.55] {
      let sheet = Sheet()
      for (x, y) in [(12.0, 108.5), (12, 188.5), (12, 20), (12, 277)] {
        sheet.disc(x, y, radius: 3, grey: grey)
      }
      #expect(try isBlank(sheet) { $0.noisy(by: 8) }, "\(grey)")
    }
  }

  @Test func edgesAndShadowsOfTheScannerAreNoPrint() throws {
    let sheet = Sheet()
    sheet.bar(0, 0, 210, 4, grey: 0.02)
    sheet.wedge(from: 3, to: 9, grey: 0.15)
    sheet.bar(205, 0, 5, 297, grey: 0.3)
    sheet.bar(0, 289, 60, 8, grey: 0.5)
    #expect(try isBlank(sheet) { $0.noisy(by: 8) })
  }

  @Test func printOfTheBackThatShinesThroughIsNoPrint() throws {
    let sheet = Sheet()
    sheet.lines(from: 30, count: 40, size: 11, grey: 0.9)
    sheet.bar(100, 60, 60, 40, grey: 0.9)
    #expect(try isBlank(sheet) { $0.noisy(by: 6) })
  }

  @Test func dirtIsNoPrint() throws {
    var numbers = SeededNumbers(seed: 3)
    let sheet = Sheet()
    for _ in 0..<150 {
      sheet.disc(
        .random(in: 5...205, using: &numbers), .random(in: 5...292, using: &numbers),
        radius: .random(in: 0.05...0.2, using: &numbers), grey: 0.2)
    }
    sheet.bar(77, 0, 0.3, 297, grey: 0.5)
    sheet.disc(60, 60, radius: 0.5, grey: 0.3)
    #expect(try isBlank(sheet) { $0.noisy(by: 8) })
  }

  // A page with anything on it is never taken for a blank one.

  @Test(arguments: [6.0, 8, 10], [0.0, 0.35, 0.6])
  func aLineOfSmallPrintIsPrint(size: Double, grey: Double) throws {
    let sheet = Sheet()
    sheet.lines(from: 140, count: 1, size: size, grey: grey, width: 40)
    #expect(try !isBlank(sheet))
    #expect(try !isBlank(sheet) { $0.noisy(by: 8) })
    #expect(try !isBlank(sheet) { $0.reduced(by: 2) }, "at 100 dpi")
  }

  @Test func aFewWordsAreAsMuchPrintAsAPage() throws {
    for text in ["无", "第 3 页", "本页无正文", "3", "P. 12", "OK"] {
      let sheet = Sheet()
      sheet.text(text, x: 100, y: 285, size: 9, grey: 0.1)
      #expect(try !isBlank(sheet) { $0.noisy(by: 6) }, "\(text)")
    }
  }

  @Test(arguments: [[0.1, 0.1, 0.1], [0.1, 0.2, 0.7], [0.55, 0.55, 0.55]])
  func aSignatureIsPrint(ink: [Double]) throws {
    let sheet = Sheet()
    sheet.signature(x: 140, y: 250, ink: ink, width: 0.5)
    #expect(try !isBlank(sheet))
    #expect(try !isBlank(sheet) { $0.noisy(by: 8) })
  }

  @Test func aSealAndATickArePrint() throws {
    let seal = Sheet()
    seal.ring(150, 240, radius: 20, line: 1.2, ink: [0.85, 0.2, 0.2])
    #expect(try !isBlank(seal))
    let tick = Sheet()
    tick.stroke([(40, 100), (42, 103), (47, 95)], ink: [0.1, 0.1, 0.3], width: 0.5)
    #expect(try !isBlank(tick))
  }

  @Test func printBesideHolesAndEdgesIsSeen() throws {
    let sheet = Sheet()
    sheet.bar(0, 0, 210, 4, grey: 0.02)
    for y in [108.5, 188.5] { sheet.disc(12, y, radius: 3, grey: 0.1) }
    sheet.lines(from: 8, count: 1, size: 7, grey: 0.2, width: 50)
    #expect(try !isBlank(sheet) { $0.noisy(by: 8) })
  }

  @Test func darkPagesAndPicturesAreNotBlank() throws {
    #expect(try !isBlank(Sheet(grey: 0.1)))
    let photograph = Sheet()
    photograph.bar(40, 40, 130, 90, grey: 0.3)
    #expect(try !isBlank(photograph))
    let half = Sheet()
    half.bar(0, 150, 210, 147, grey: 0.05)
    #expect(try !isBlank(half))
  }

  @Test func whatIsTooCoarseOrTooSmallIsNotJudged() throws {
    #expect(try !isBlank(Sheet()) { $0.reduced(by: 5) })
    for side in [1, 2, 40] {
      let image = PageImage(
        width: side, height: side, channels: 1, dotsPerInch: 0,
        pixels: [UInt8](repeating: 255, count: side * side))
      #expect(try !BlankPage.isBlank(image))
    }
  }

  @Test func documentsAreNotBlank() throws {
    let folder = packageRoot.appending(path: "Samples/07-heating-approved")
    for name in ["id-front.jpg", "id-back.jpg", "form.pdf"] {
      let page = try firstPage(Array(Data(contentsOf: folder.appending(path: name))))
      #expect(try !BlankPage.isBlank(page.image), "\(name)")
    }
  }
}

extension PageImage {
  /// With the noise of a sensor, of that standard deviation.
  func noisy(by deviation: Double, seed: UInt64 = 11) -> PageImage {
    var numbers = SeededNumbers(seed: seed)
    // The sum of four comes near to a normal distribution.
    let noise = (0..<4096).map { _ in
      let sum = (0..<4).reduce(0.0) { sum, _ in sum + .random(in: -1...1, using: &numbers) }
      return Int((sum * deviation * 0.866).rounded())
    }
    let changed = pixels.map { level in
      UInt8(min(255, max(0, Int(level) + noise[Int(numbers.next() & 4095)])))
    }
    return PageImage(
      width: width, height: height, channels: channels, dotsPerInch: dotsPerInch, pixels: changed)
  }

  fileprivate func reduced(by side: Int) -> PageImage { darkestReduced(by: side) }
}
