import Cases
import Testing

@testable import Extraction

/// A pale copy of a card on which no label can be made out.
private struct PaleCard: LineReader {
  var number: String
  var printed: Box

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    guard hint.script == .idNumber, box.contains(printed.middle) else { return nil }
    return TextLine(print: number, in: printed, confidence: 0.99)
  }
}

struct NumberedKindTests {
  private func kind(_ number: String, width: Double = 1000, top: Double = 560) throws -> String? {
    let box = Box(left: 360, top: top, right: 900, bottom: top + 30)
    let documents = try GoldenPage.extractor().documents(
      in: [TextLine(print: "一丁乙", in: box, confidence: 0.3)], size: (width, 631), page: 1,
      source: .ocr, toPage: .identity, polygon: Polygon([]),
      reader: PaleCard(number: number, printed: box))
    return documents.first?.kind
  }

  @Test func aNumberInItsPlaceMakesTheKind() throws {
    #expect(try kind("11010519491231002X") == "resident_id_front")
  }

  @Test func aNumberThatFailsItsCheckMakesNone() throws {
    #expect(try kind("110105194912310021") == nil)
    #expect(try kind("1101051949123100") == nil)
  }

  @Test func anotherShapeOrPlaceMakesNone() throws {
    #expect(try kind("11010519491231002X", width: 700) == nil)
    #expect(try kind("11010519491231002X", top: 300) == nil)
  }
}
