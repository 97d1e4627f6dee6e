import Cases
import Testing

@testable import Extraction

/// Mistakes with a figure on which readers agree: both were seen on documents of another maker.
struct LostFigureTests {
  private func isDoubted(_ type: FieldType, _ raw: String) -> Bool {
    Field(
      raw: raw, value: raw, state: .review, probability: 1, source: .ocr, page: 1,
      polygon: Polygon([])
    ).mayHaveLostOrChangedFigure(type)
  }

  @Test(arguments: [
    (FieldType.date, "2016-10-1"), (.date, "2016.10.1 "), (.period, "2016.10.11-2026.10.1"),
    (.address, "翠湖小区1幢C座11O1"), (.address, "和平西路I68号"), (.address, "1幢7Ol室"),
    (.address, "新民村7组26j4号"), (.address, "新疆维吾尔自治区喀什市"),
    (.address, "丽景花园15号楼4*单元605号"),
  ])
  func aDoubtIsSeen(_ type: FieldType, _ raw: String) { #expect(isDoubted(type, raw)) }

  @Test(arguments: [
    (FieldType.date, "2016-10-11"), (.date, "2016年10月1日"), (.date, "2016-10-01"),
    (.period, "2016.10.11-长期"), (.address, "翠湖小区1幢C座1101"), (.address, "OLED产业园B座2号"),
    (.text, "2016-10-1"),
  ])
  func whatIsPrintedSoIsNot(_ type: FieldType, _ raw: String) { #expect(!isDoubted(type, raw)) }
}
