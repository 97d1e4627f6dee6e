import Cases
import Foundation
import Testing

@testable import Extraction

/// What is printed beside a value and is none of it, or is and was not taken.
struct StandsAloneTests {
  private static func line(_ text: String, _ left: Double, _ top: Double = 100) -> TextLine {
    TextLine(
      print: text,
      in: Box(left: left, top: top, right: left + 20 * Double(text.count), bottom: top + 20),
      confidence: 0.97)
  }

  /// All readers see the same characters, wherever they are asked to look.
  private struct SameReader: LineReader {
    var line: TextLine
    /// What the reader of characters sees where it is not that.
    var characters: TextLine?

    func read(_ box: Box, hint: LineHint) throws -> TextLine? { line.inside(box) }
    func readCharacters(_ box: Box) throws -> CharacterReading? {
      (characters ?? line).inside(box).map { CharacterReading(line: $0, cutting: 1, blur: 0.02) }
    }
    func readCharacters(of line: TextLine) throws -> CharacterReading? {
      try readCharacters(line.box)
    }
    func knows(_ character: Character) -> Bool { true }
  }

  private static func definition(_ field: String, of kind: String) throws -> FieldDefinition {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    return try #require(
      models.kinds.first { $0.id == kind }?.fields.first { $0.name == field })
  }

  private func evidence(
    _ field: String, of kind: String, _ line: TextLine, characters: TextLine? = nil,
    beside other: TextLine? = nil
  ) throws -> Evidence {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    var definition = try Self.definition(field, of: kind)
    definition.region = nil
    let pieces = [line, other].compactMap(\.self).map {
      Piece(glyphs: $0.glyphs, isWholeLine: true)
    }
    let label = Extraction.Label(
      field: field, box: Self.line("发动机号", 100).box, glyphs: [], cost: 0)
    let reader = FieldReader(
      values: ValueFinder(labels: [label], pieces: pieces, width: 1000, height: 600),
      reader: SameReader(line: line, characters: characters),
      known: KnownForm(codes: models.codes, divisions: models.divisions))
    return try #require(try reader.read(definition)).evidence
  }

  @Test func anEngineNumberThatFourReadersSeeAloneIsCorroborated() throws {
    let evidence = try evidence(
      "engine_number", of: "vehicle_licence", Self.line("4G63S4M", 240))
    #expect(evidence.agreeing == 4)
    #expect(evidence.isCorroborated(for: .engineNumber))
  }

  @Test func oneThatTheReaderOfCharactersSeesOtherwiseIsNot() throws {
    let evidence = try evidence(
      "engine_number", of: "vehicle_licence", Self.line("4G630M", 240),
      characters: Self.line("4G63OM", 240))
    #expect(!evidence.isCorroborated(for: .engineNumber))
  }

  @Test func inkBesideItMayBeItsFirstCharacter() throws {
    var inked = Self.line("4G63S4M", 240)
    let edge = Box(left: 228, top: 100, right: 232, bottom: 120)
    inked.glyphs.insert(contentsOf: TextLine(print: "1", in: edge, confidence: 0.3).glyphs, at: 0)
    let evidence = try evidence(
      "engine_number", of: "vehicle_licence", Self.line("4G63S4M", 240), characters: inked)
    #expect(evidence.unreadPrint == 1)
  }

  /// A brand begins with a Han character, and none is as narrow as the piece of a label.
  @Test(arguments: [(4.0, 0), (18.0, 1)])
  func onlyInkOfACharactersWidthMayBelongToABrand(_ width: Double, _ unread: Int) throws {
    let model = Self.line("云岭牌VMZ0703", 240)
    var inked = model
    let edge = Box(left: 236 - width, top: 100, right: 236, bottom: 120)
    inked.glyphs.insert(contentsOf: TextLine(print: "；", in: edge, confidence: 0.3).glyphs, at: 0)
    let evidence = try evidence("model", of: "vehicle_licence", model, characters: inked)
    #expect(evidence.unreadPrint == unread)
  }

  /// 辽Z48350J, cut together with the figure before, was read as a number that another vehicle may have.
  @Test(arguments: [("辽Z48350", 0.0, 0), ("辽Z48350", 9.0, 1), ("辽Z48350J", 9.0, 0)])
  func inkBehindAPlateOfSevenMayBeItsEighth(_ text: String, _ ink: Double, _ unread: Int) throws {
    let plate = Self.line(text, 240)
    var seen = plate
    let last = try #require(seen.glyphs.last)
    seen.glyphs.removeLast()
    var box = last.box
    box.right += ink
    seen.glyphs += TextLine(print: last.text, in: box, confidence: 0.97).glyphs
    let evidence = try evidence(
      "plate_number", of: "vehicle_licence", plate, characters: seen)
    #expect(evidence.agreeing == 2)
    #expect(evidence.unreadPrint == unread)
  }

  @Test func inkBehindAModelMayBeItsLastFigure() throws {
    let model = Self.line("云岭牌VMZ0703", 240)
    var inked = model
    let edge = Box(left: 444, top: 100, right: 448, bottom: 120)
    inked.glyphs += TextLine(print: "1", in: edge, confidence: 0.3).glyphs
    let evidence = try evidence("model", of: "vehicle_licence", model, characters: inked)
    #expect(evidence.unreadPrint == 1)
  }

  @Test func otherPrintBesideItMayBeToo() throws {
    let evidence = try evidence(
      "engine_number", of: "vehicle_licence", Self.line("4G63S4M", 240),
      beside: Self.line("1", 215))
    #expect(evidence.unreadPrint == 1)
  }

  /// 注 was the first character of the next column's label, of which the rest was found.
  @Test func whatStandsFarBehindAValueIsAnothers() throws {
    var line = Self.line("越秀区中科商贸有限公司", 240)
    line.glyphs += Self.line("注", 800).glyphs
    let evidence = try evidence("name", of: "business_licence", line)
    #expect(evidence.unreadPrint > 0)
    #expect(!evidence.isCorroborated(for: .company))
  }

  @Test(arguments: [
    ("越秀区中科商贸有限公司", true), ("越秀区中科商贸有限公司注", false), ("鄢陵县瑞祥五金店", true),
    ("云栖管理合伙企业（有限合伙）", true), ("道外区鑫犇健身房", true), ("越秀区中科商贸有限公", false),
  ])
  func theNameOfAnOrganisationEndsWithItsForm(_ name: String, _ isWhole: Bool) {
    #expect(OrganizationName.isWhole(name) == isWhole)
  }

  @Test func anOwnerMayBeAPersonAndALicensedCompanyMayNot() throws {
    #expect(try Self.definition("owner", of: "vehicle_licence").mayBePerson)
    #expect(try !Self.definition("name", of: "business_licence").mayBePerson)
  }
}
