import Cases
import Testing

@testable import Extraction

/// Says the same for every line of digits, by model.
private struct FixedReader: LineReader {
  var numbers: String?
  var chinese: String?
  var english: String?

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    guard hint.alphabet.hasPrefix("0123456789X") else { return nil }
    let text =
      switch Look.lines(hint).model {
      case .numbers: numbers
      case .chinese: chinese
      case .english, .characters: english
      }
    return text.map { TextLine(print: $0, in: box, confidence: 0.99) }
  }
}

/// On a page on which 140105195910033807 was read at first.
struct SecondReadingTests {
  private static let printed = "140105195910033807"
  /// Another number that passes its check.
  private static let another = "11010519491231002X"

  private func number(_ reader: FixedReader) throws -> Field {
    let page = try GoldenPage.named("id-front")
    return try #require(page.documents(reader: reader).first?.fields["id_number"])
  }

  @Test func aNumberThatTwoModelsReadIsAccepted() throws {
    let number = try number(FixedReader(numbers: Self.printed))
    #expect(number.value == Self.printed)
    #expect(number.state == .accepted)
  }

  @Test func aNumberThatOneModelReadIsReviewed() throws {
    #expect(try number(FixedReader()).state == .review)
  }

  @Test func whereModelsDifferTheMostVotesWinAndAPersonLooks() throws {
    let number = try number(
      FixedReader(numbers: Self.another, chinese: Self.printed, english: Self.another))
    #expect(number.value == Self.another)
    #expect(number.state == .review)
    #expect(number.alternatives.map(\.value) == [Self.printed])
  }

  @Test func aReadingThatFailsItsCheckHasNoVote() throws {
    let number = try number(FixedReader(numbers: "140105195910033801", english: Self.printed))
    #expect(number.value == Self.printed)
    #expect(number.state == .accepted)
  }
}
