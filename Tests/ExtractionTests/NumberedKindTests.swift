import Cases
import Testing

@testable import Extraction

/// A pale copy of a card on which no label can be made out.
private struct PaleCard: LineReader {
  var number: String
  var printed: Box

  /// Of a label a model of numbers makes figures.
  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    guard hint.script == .idNumber, box.contains(printed.middle) else { return nil }
    let label = box.left < 200 ? "9686" : ""
    return TextLine(print: label + number, in: printed, confidence: 0.99)
  }
}

/// A licence in a photograph of which the model of codes alone makes anything.
private struct BlurredLicence: LineReader {
  var code: String

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    guard hint.script == .registrationCode, box.width > 400 else { return nil }
    return TextLine(print: code, in: box, confidence: 0.9)
  }
}

struct NumberedKindTests {
  private func kind(
    _ number: String, width: Double = 1000, top: Double = 560, left: Double = 360
  ) throws -> String? {
    let box = Box(left: 360, top: top, right: 900, bottom: top + 30)
    let seen = Box(left: left, top: top, right: 900, bottom: top + 30)
    let documents = try GoldenPage.extractor().documents(
      in: [TextLine(print: "一丁乙", in: seen, confidence: 0.3)], size: (width, 631), page: 1,
      source: .ocr, toPage: .identity, polygon: Polygon([]),
      reader: PaleCard(number: number, printed: box))
    return documents.first?.kind
  }

  @Test func aNumberInItsPlaceMakesTheKind() throws {
    #expect(try kind("11010519491231002X") == "resident_id_front")
  }

  @Test func aLabelThatBecameOneLineWithTheNumberIsLeftOut() throws {
    #expect(try kind("11010519491231002X", left: 60) == "resident_id_front")
  }

  private func licence(_ code: String, _ title: String) throws -> String? {
    let (left, top) = (100.0, 80.0)
    let lines = [
      TextLine(
        print: title, in: Box(left: 500, top: top, right: 800, bottom: 160), confidence: 0.9),
      TextLine(
        print: "作14O0OTAACE42D", in: Box(left: left, top: 200, right: 600, bottom: 230),
        confidence: 0.3),
    ]
    return try GoldenPage.extractor().documents(
      in: lines, size: (1400, 990), page: 1, source: .ocr, toPage: .identity, polygon: Polygon([]),
      reader: BlurredLicence(code: code)
    ).first?.kind
  }

  @Test func aCreditCodeCountsAsItsLabelWhereATitleWasRead() throws {
    #expect(try licence("8891110101MA4D9JA43D", "营业执照") == "business_licence")
    #expect(try licence("91110101MA4D9JA43E", "营业执照") == nil)
    #expect(try licence("91110101MA4D9JA43D", "一丁乙甲") == nil)
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
