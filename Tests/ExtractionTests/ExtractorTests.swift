import Cases
import Foundation
import Testing

@testable import Extraction

struct ExtractorTests {
  @Test(arguments: ["id-front", "id-back", "licence", "form-scanned", "form-digital"])
  func aReadPageBecomesItsFields(_ name: String) throws {
    let page = try GoldenPage.named(name)
    let reader = page.source == .ocr ? SamePrint(lines: page.lines) : nil
    let documents = try page.documents(reader: reader)
    let document = try #require(documents.first)
    #expect(documents.count == 1)
    #expect(try document.summary == GoldenPage.expected(name, got: document.summary))
  }

  @Test func aPageWithoutKnownPhrasesIsNoDocument() throws {
    var page = try GoldenPage.named("id-front")
    page.lines = page.lines.map { line in
      TextLine(glyphs: line.glyphs.map { Glyph(text: "口", box: $0.box, confidence: 1) })
    }
    #expect(try page.documents().isEmpty)
  }

  @Test func theCallerMayNameTheKind() throws {
    let documents = try GoldenPage.named("id-front").documents(kind: "resident_id_back")
    #expect(documents.map(\.kind) == ["resident_id_back"])
    #expect(documents.first?.fields.values.contains { $0.state == .accepted } == false)
  }

  @Test func aNumberThatContradictsTheBirthDateIsNeitherAcceptedNorCorrected() throws {
    var page = try GoldenPage.named("id-front")
    page.replace("1959年10月3日", by: "1959年10月8日")
    let fields = try #require(page.documents().first?.fields)
    #expect(fields["birth_date"]?.value == "1959-10-08")
    #expect(fields["birth_date"]?.state == .review)
    #expect(fields["id_number"]?.state == .review)
    #expect(fields["birth_date"]?.check("agrees")?.result == .fail)
  }

  @Test func aWrongCheckCharacterIsNeverAccepted() throws {
    var page = try GoldenPage.named("id-front")
    page.replace("140105195910033807", by: "140105195910033801")
    let fields = try #require(page.documents().first?.fields)
    #expect(fields["id_number"]?.state == .review)
    #expect(fields["id_number"]?.check("gb11643")?.result == .fail)
    #expect(fields["birth_date"]?.state == .review)
    #expect(fields["sex"]?.state == .review)
  }

  @Test func aNameIsNeverAcceptedOnTheReadersConfidence() throws {
    var page = try GoldenPage.named("id-front")
    for line in page.lines.indices {
      for glyph in page.lines[line].glyphs.indices { page.lines[line].glyphs[glyph].confidence = 1 }
    }
    #expect(try page.documents().first?.fields["name"]?.state == .review)
  }

  @Test func fieldsLieWhereTheyAreOnTheSubmittedPage() throws {
    let page = try GoldenPage.named("id-front")
    let moved = try GoldenPage.extractor().documents(
      in: page.lines, size: (page.width, page.height), page: 3, source: .ocr,
      toPage: Projection(2, 0, 100, 0, 2, 50), polygon: Polygon([]))
    let here = try #require(page.documents().first?.fields["name"]?.polygon?.bounds)
    let there = try #require(moved.first?.fields["name"]?.polygon?.bounds)
    #expect(there.left == here.left * 2 + 100)
    #expect(there.top == here.top * 2 + 50)
    #expect(moved.first?.fields["name"]?.page == 3)
  }
}

extension GoldenPage {
  /// Prints other characters of the same number in place of some.
  mutating func replace(_ printed: String, by other: String) {
    for line in lines.indices {
      guard let range = lines[line].text.range(of: printed) else { continue }
      let start = lines[line].text.distance(from: lines[line].text.startIndex, to: range.lowerBound)
      for (offset, character) in other.enumerated() {
        lines[line].glyphs[start + offset].text = String(character)
      }
    }
  }
}
