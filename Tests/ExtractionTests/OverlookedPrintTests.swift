import Cases
import Testing

@testable import Extraction

/// Reads what stands in the middle of a box.
private struct PrintedPage: LineReader {
  var lines: [TextLine]

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    lines.first { box.contains($0.box.middle) }
  }
}

struct OverlookedPrintTests {
  private static func line(_ text: String, _ left: Double, _ top: Double) -> TextLine {
    let right = left + 20 * Double(text.count)
    return TextLine(
      print: text, in: Box(left: left, top: top, right: right, bottom: top + 20), confidence: 0.9)
  }

  private func licence(_ lines: [TextLine], hidden: [TextLine]) throws -> [String: Field] {
    let documents = try GoldenPage.extractor().documents(
      in: lines, size: (1200, 800), page: 1, source: .ocr, toPage: .identity,
      polygon: Polygon([]), kind: "business_licence", reader: PrintedPage(lines: hidden + lines))
    return try #require(documents.first?.fields)
  }

  @Test func aLabelThatWasOverlookedIsReadWhereItsColumnSaysItMustBe() throws {
    let fields = try licence(
      [
        Self.line("云栖商贸有限公司", 240, 100), Self.line("有限责任公司", 240, 150),
        Self.line("法定代表人", 100, 200), Self.line("王云", 240, 200),
        Self.line("经营范围", 100, 250), Self.line("日用百货销售", 240, 250),
      ],
      hidden: [Self.line("名称", 120, 100), Self.line("类型", 120, 150)])
    #expect(fields["name"]?.value == "云栖商贸有限公司")
    #expect(fields["type"]?.value == "有限责任公司")
    #expect(fields["legal_representative"]?.value == "王云")
  }

  @Test func aCodeUnderItsLabelIsReadThoughLayoutAnalysisOverlookedIt() throws {
    let code = TextLine(
      print: "91350100M000100Y43", in: Box(left: 100, top: 130, right: 380, bottom: 150),
      confidence: 0.99)
    let fields = try licence(
      [Self.line("营业执照", 500, 20), Self.line("统一社会信用代码", 100, 100)], hidden: [code])
    #expect(fields["credit_code"]?.value == "91350100M000100Y43")
    #expect(fields["credit_code"]?.state == .accepted)
  }

  @Test func bracketsOfALabelMayBeReadHalfWidth() throws {
    let documents = try GoldenPage.extractor().documents(
      in: [
        Self.line("公共场所卫生许可申请表", 300, 20), Self.line("法定代表人(负责人)", 60, 100),
        Self.line("顾轩宇", 320, 100),
      ], size: (1200, 800), page: 1, source: .ocr, toPage: .identity, polygon: Polygon([]))
    #expect(documents.first?.fields["legal_representative"]?.value == "顾轩宇")
  }

  @Test(arguments: [(FieldSource.textLayer, nil), (.ocr, "13800001111")])
  func aLabelOfATextLayerIsTakenToTheLetter(_ source: FieldSource, _ phone: String?) throws {
    let documents = try GoldenPage.extractor().documents(
      in: [
        Self.line("公共场所卫生许可申请表", 300, 20), Self.line("联系申话", 60, 100),
        Self.line("13800001111", 320, 100),
      ], size: (1200, 800), page: 1, source: source, toPage: .identity, polygon: Polygon([]))
    #expect(documents.first?.fields["phone"]?.value == phone)
  }

  @Test func whatStandsLeftOfAFixedPlaceIsNotPartOfTheValue() throws {
    let documents = try GoldenPage.extractor().documents(
      in: [Self.line("任址云南省昆明市", 120, 330)], size: (1000, 630), page: 1, source: .ocr,
      toPage: .identity, polygon: Polygon([]), kind: "resident_id_front")
    #expect(documents.first?.fields["address"]?.value == "云南省昆明市")
  }
}
