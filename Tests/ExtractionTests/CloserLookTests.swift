import Cases
import Foundation
import Testing

@testable import Extraction

/// Looks at less print than the first one, and by readers that are asked last.
struct CloserLookTests {
  private static func line(_ text: String, _ left: Double) -> TextLine {
    TextLine(
      print: text,
      in: Box(left: left, top: 100, right: left + 20 * Double(text.count), bottom: 120),
      confidence: 0.97)
  }

  /// The reader of characters makes nothing of a piece that is wider than `narrow`; models of lines see what they are given.
  private struct Readers: LineReader {
    var lines: [LineHint.Script: TextLine] = [:]
    var characters: TextLine
    var narrow: Double = .infinity

    func read(_ box: Box, hint: LineHint) throws -> TextLine? {
      lines[hint.script]?.inside(box)
    }
    func readCharacters(_ box: Box) throws -> CharacterReading? {
      let seen = box.width > narrow ? CloserLookTests.line("岁目0中", box.left) : characters
      return CharacterReading(line: seen, cutting: 1, blur: 0.02)
    }
    func readCharacters(of line: TextLine) throws -> CharacterReading? {
      try readCharacters(line.box)
    }
    func knows(_ character: Character) -> Bool { true }
  }

  private func read(_ field: String, of kind: String, _ line: TextLine, by readers: Readers) throws
    -> FieldReading
  {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    var definition = try #require(
      models.kinds.first { $0.id == kind }?.fields.first { $0.name == field })
    definition.region = nil
    let label = Extraction.Label(field: field, box: Self.line("日期", 100).box, glyphs: [], cost: 0)
    let pieces = [Piece(glyphs: line.glyphs, isWholeLine: true)]
    let reader = FieldReader(
      values: ValueFinder(labels: [label], pieces: pieces, width: 1000, height: 600),
      reader: readers, known: KnownForm(codes: models.codes, divisions: models.divisions))
    return try #require(try reader.read(definition))
  }

  /// The room beside a line, which a lost figure may stand in, makes the reader of characters cut it worse.
  @Test func aDateIsLookedAtWithoutTheRoomBesideIt() throws {
    let date = Self.line("2008-06-15", 200)
    let reading = try read(
      "register_date", of: "vehicle_licence", date,
      by: Readers(characters: date, narrow: date.box.width))
    #expect(reading.evidence.agreeing == 2)
    #expect(reading.evidence.characterScore != nil)
  }

  /// The page's reading has a letter among the figures; only the last look says which groups there are.
  @Test func whoNeedsTheGroupsOfADateIsAskedWhenTheyAreKnown() throws {
    let date = Self.line("2008-06-15", 200)
    let readers = Readers(
      lines: [.digits: date, .idNumber: date], characters: Self.line("2008旧15", 200))
    let reading = try read(
      "register_date", of: "vehicle_licence", Self.line("2008-O6-15", 200), by: readers)
    #expect(reading.raw == "2008-06-15")
    #expect(reading.evidence.agreeing == 2)
  }

  @Test func aCreditCodeIsHeardByTheReaderOfCharactersToo() throws {
    let (code, other) = ("91150124MA51AUWFXA", "91150124MA5IAUWFXA")
    let readers = Readers(
      lines: [
        .registrationCode: Self.line(code, 200), .code: Self.line(other, 200),
        .digits: Self.line(other, 200),
      ], characters: Self.line(code, 200))
    let reading = try read(
      "credit_code", of: "business_licence", Self.line(other, 200), by: readers)
    #expect(reading.raw == code)
    #expect(reading.evidence.agreeing == 2)
  }

  /// 国籍 was read as 国箱, and the rest of the line taken for the sex.
  @Test func aSexIsOneCharacter() {
    let line = Self.line("女国箱中国", 200)
    #expect(line.onlySex.text == "女")
    #expect(line.onlySex.box.right <= 220)
    #expect(Self.line("性女", 200).onlySex.text == "性女")
  }
}
