import Cases
import Testing

@testable import Extraction

/// Says the same for every line of digits, by script.
private struct FixedReader: LineReader {
  var digits: String
  var code: String

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    guard hint.alphabet.hasPrefix("0123456789X") else { return nil }
    let text = hint.script == .digits ? digits : code
    return TextLine(glyphs: text.map { Glyph(text: String($0), box: box, confidence: 0.9) })
  }
}

struct SecondReadingTests {
  private func number(digits: String, code: String) throws -> Field {
    let page = try GoldenPage.named("id-front")
    let fields = try page.documents(reader: FixedReader(digits: digits, code: code)).first?.fields
    return try #require(fields?["id_number"])
  }

  @Test func theSecondReadingCountsOnlyWhereTheFirstFails() throws {
    let number = try number(digits: "140105195910033801", code: "140105195910033807")
    #expect(number.raw == "140105195910033807")
    #expect(number.state == .accepted)
  }

  @Test func aPassingFirstReadingStays() throws {
    let number = try number(digits: "11010519491231002X", code: "140105195910033807")
    #expect(number.raw == "11010519491231002X")
    // It passes its check by chance and contradicts the printed birth date.
    #expect(number.state == .review)
  }
}
