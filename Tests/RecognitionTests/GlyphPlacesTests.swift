import Cases
import Testing

@testable import Recognition

/// Characters get the columns of their own ink, wherever the engine said it saw them.
struct GlyphPlacesTests {
  /// Blocks of ink 20 columns wide, 4 apart, but for a wide gap after the second.
  private let ink: [Int] = {
    let block = [Int](repeating: 12, count: 20)
    let gap = [0, 0, 0, 0]
    return gap + block + gap + block + [Int](repeating: 0, count: 12) + block + gap + block + gap
  }()

  private func glyph(_ text: String, at middle: Double, width: Double = 20) -> Glyph {
    Glyph(
      text: text,
      box: Box(left: middle - width / 2, top: 0, right: middle + width / 2, bottom: 22),
      confidence: 0.9)
  }

  @Test func theEngineMayBeACharacterOff() {
    // 姓名 and a value on one line: the engine saw both characters of the value at its end.
    let glyphs = [
      glyph("姓", at: 14), glyph("名", at: 60, width: 80), glyph("王", at: 100, width: 1),
      glyph("云", at: 104),
    ]
    let columns = GlyphPlaces(ink: ink, height: 22).columns(of: glyphs)
    #expect(columns == [4..<24, 28..<48, 60..<80, 84..<104])
  }

  @Test func narrowCharactersShareABlock() throws {
    let figures = [Int](repeating: 10, count: 9) + [0, 0] + [Int](repeating: 10, count: 9)
    let glyphs = [glyph("1", at: 4, width: 8), glyph("0", at: 16, width: 8)]
    let columns = GlyphPlaces(ink: figures, height: 22).columns(of: glyphs)
    #expect(columns == [0..<9, 11..<20])
  }

  @Test func moreCharactersThanPlacesCannotBeCut() {
    let block = [Int](repeating: 10, count: 20)
    let glyphs = (0..<4).map { glyph("王", at: Double($0) * 5) }
    #expect(GlyphPlaces(ink: block, height: 22).columns(of: glyphs) == nil)
    #expect(GlyphPlaces(ink: [], height: 22).columns(of: glyphs) == nil)
    #expect(GlyphPlaces(ink: [0, 0, 0], height: 22).columns(of: []) == nil)
  }
}
