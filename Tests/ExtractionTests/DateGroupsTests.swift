import Cases
import Testing

@testable import Extraction

/// The groups of figures of a date, each read by itself by a model that knows nothing else.
struct DateGroupsTests {
  /// Sees the figures that stand in a box.
  private struct Figures: LineReader {
    var line: TextLine

    func read(_ box: Box, hint: LineHint) throws -> TextLine? {
      let seen = line.glyphs.filter { glyph in
        box.contains(glyph.box.middle) && glyph.text.allSatisfy(hint.alphabet.contains)
      }
      return seen.isEmpty ? nil : TextLine(glyphs: seen)
    }
    func knows(_ character: Character) -> Bool { true }
  }

  private let figures = LineHint(script: .idNumber, alphabet: "0123456789")

  private func line(_ text: String) -> TextLine {
    TextLine(
      print: text, in: Box(left: 100, top: 0, right: 100 + 20 * Double(text.count), bottom: 20),
      confidence: 0.97)
  }

  private func read(_ text: String, printed: String) throws -> String? {
    let line = line(text)
    var reach = line.box
    reach.left -= 20
    return try DateGroups(line)?.read(
      by: Figures(line: self.line(printed)), figures, within: reach)?
      .text
  }

  @Test(arguments: ["2015年09月22日", "2015-09-22", "2015-09-22至2025-09-22", "2021.08.26-长期"])
  func whatStandsBetweenThemStays(_ date: String) throws {
    #expect(try read(date, printed: date) == date)
  }

  @Test func anotherFigureIsToldAsAnother() throws {
    #expect(try read("2015-09-22", printed: "2016-09-22") == "2016-09-22")
  }

  /// 2024年10月 was read as 2024年1门月: the 1 alone would say January.
  @Test(arguments: ["2024年1门月05日", "2024年1月5日", "20240105", "2024-01"])
  func groupsOfAnotherLengthAreNone(_ date: String) throws {
    #expect(DateGroups(line(date)) == nil)
  }

  @Test func aFigureThatOnlyOneSeesLeavesItOpen() throws {
    #expect(try read("2015-09-22", printed: "2015-0--22") == nil)
  }
}
