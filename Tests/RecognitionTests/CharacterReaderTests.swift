import Cases
import Foundation
import Testing

@testable import Recognition

struct CharacterReaderTests {
  private let reader: CharacterReader

  init() throws { reader = try CharacterReader(modelFolder: SampleCharacters.models) }

  @Test func namesWithCharactersThatTesseractLacksAreRead() throws {
    for sample in try SampleCharacters.load() {
      let line = try #require(
        reader.line(in: sample.page, box: sample.box, repertoire: .names))
      #expect(line.text == sample.text)
      #expect(line.margins.count == line.line.glyphs.count)
      #expect(line.line.glyphs.allSatisfy { $0.alternatives.count == 4 })
      for (one, next) in zip(line.line.glyphs, line.line.glyphs.dropFirst()) {
        #expect(one.box.right <= next.box.left + 1)
      }
      #expect(line.line.box.left >= sample.box.left - 8)
      #expect(line.line.box.right <= sample.box.right + 8)
    }
  }

  @Test func theSamePictureGivesTheSameAnswer() throws {
    let sample = try #require(try SampleCharacters.load().first)
    let other = try CharacterReader(modelFolder: SampleCharacters.models)
    let first = reader.line(in: sample.page, box: sample.box)
    #expect(first == reader.line(in: sample.page, box: sample.box))
    #expect(first == other.line(in: sample.page, box: sample.box))
  }

  @Test func whatIsPrintedIsConfirmedAndALookAlikeContradicted() throws {
    let sample = try #require(try SampleCharacters.load().first)
    let line = try #require(reader.line(in: sample.page, box: sample.box, repertoire: .names))
    let right = reader.sights(of: line.line.glyphs, in: sample.page)
    #expect(right.map(\.verdict) == line.line.glyphs.map { _ in .confirmed })
    #expect(right.allSatisfy { $0.printed > 0.8 && $0.candidates.count == 5 })

    var wrong = line.line.glyphs
    wrong[1].text = "一"
    let seen = reader.sights(of: wrong, in: sample.page)
    #expect(seen[1].verdict == .contradicted)
    #expect(seen[1].candidates.first?.value == line.line.glyphs[1].text)
    #expect(seen[1].printed < 0.02)

    wrong[1].text = "ﷺ"
    #expect(reader.sights(of: wrong, in: sample.page)[1].verdict == .undecided)
  }

  @Test func twoCharactersTakenForOneAreNotConfirmed() throws {
    let sample = try #require(try SampleCharacters.load().first)
    let line = try #require(reader.line(in: sample.page, box: sample.box, repertoire: .names))
    var joined = line.line.glyphs[0]
    joined.box = joined.box.union(line.line.glyphs[1].box)
    let glyphs = [joined] + line.line.glyphs.dropFirst(2)
    #expect(reader.sights(of: glyphs, in: sample.page)[0].verdict != .confirmed)
  }

  @Test func onlyCharactersOfTheRepertoireComeOut() throws {
    let sample = try #require(try SampleCharacters.load().first)
    let line = reader.line(in: sample.page, box: sample.box, repertoire: .only("0123456789"))
    let text = line?.text ?? ""
    #expect(text.allSatisfy { $0.isASCII })
    #expect((line?.line.confidence ?? 0) < 0.5)
  }

  @Test(arguments: [0, 1, 40, 200, 255])
  func paperHoldsNoLine(_ grey: UInt8) {
    let page = PageImage(
      width: 120, height: 40, channels: 1, dotsPerInch: 300,
      pixels: [UInt8](repeating: grey, count: 4800))
    let box = Box(left: 5, top: 5, right: 115, bottom: 35)
    #expect(reader.line(in: page, box: box) == nil)
    #expect(reader.quality(in: page, box: box) == nil)
  }

  @Test(arguments: [
    Box(left: -50, top: -50, right: -10, bottom: -10), Box(left: 90, top: 0, right: 10, bottom: 30),
    Box(left: .nan, top: 0, right: 10, bottom: 10), Box(left: 0, top: 0, right: 1, bottom: 1),
    Box(left: -1e12, top: -1e12, right: 1e12, bottom: 1e12),
  ])
  func aBoxThatIsNoneHoldsNoLine(_ box: Box) {
    let page = PageImage(
      width: 100, height: 30, channels: 3, dotsPerInch: 0,
      pixels: (0..<9000).map { UInt8($0 * 31 % 256) })
    let glyph = Glyph(text: "中", box: box, confidence: 1)
    #expect(reader.sights(of: [glyph], in: page).count == 1)
    _ = reader.line(in: page, box: box)
  }

  @Test func blurIsSeen() throws {
    for sample in try SampleCharacters.load() {
      let sharp = try #require(reader.quality(in: sample.page, box: sample.box))
      let soft = try #require(reader.quality(in: sample.page.blurred, box: sample.box))
      #expect(soft.blur > 1.2 * sharp.blur)
    }
  }
}

struct CharacterPathTests {
  private func span(_ from: Int, _ to: Int) -> CharacterSpan {
    CharacterSpan(
      from: from, to: to, cell: CharacterCell(left: 0, right: 1, ink: 0..<1), gap: 0)
  }

  @Test func theBestWayWinsAndItsMarginIsToTheBestOfAnotherLength() throws {
    let spans = [span(0, 1), span(0, 2), span(1, 2), span(1, 3), span(2, 3)]
    let path = try #require(
      CharacterPath(cuts: 4, spans: spans, scores: [-1, -0.1, -1, -3, -0.2]))
    #expect(path.spans == [1, 4])
    // Three characters: -1 -1 -0.2.
    #expect(abs(path.margin - 1.9) < 1e-9)
  }

  @Test func aLineThatCannotBeCutHasNoPath() {
    #expect(CharacterPath(cuts: 3, spans: [span(0, 1)], scores: [0]) == nil)
    #expect(CharacterPath(cuts: 1, spans: [], scores: []) == nil)
  }
}

extension PageImage {
  /// Every sample the mean of the 5 × 5 around it.
  fileprivate var blurred: PageImage {
    var result = [UInt8](repeating: 0, count: pixels.count)
    for y in 0..<height {
      for x in 0..<width {
        var sum = 0
        for dy in -2...2 {
          for dx in -2...2 {
            let (row, column) = (min(max(0, y + dy), height - 1), min(max(0, x + dx), width - 1))
            sum += Int(pixels[row * width + column])
          }
        }
        result[y * width + x] = UInt8(sum / 25)
      }
    }
    return PageImage(
      width: width, height: height, channels: 1, dotsPerInch: dotsPerInch, pixels: result)
  }
}
