import Cases
import Testing

@testable import Extraction

/// Both readers see the same, each line in its place and nothing elsewhere.
private struct PlainPrint: LineReader {
  var lines: [TextLine]

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    lines.first { box.contains($0.box.middle) }
  }
  func readCharacters(_ box: Box) throws -> CharacterReading? {
    try read(box, hint: LineHint(script: .han)).map {
      CharacterReading(line: $0, cutting: 1, blur: 0.02)
    }
  }
  func readCharacters(of line: TextLine) throws -> CharacterReading? {
    try readCharacters(line.box)
  }
  func knows(_ character: Character) -> Bool { true }
}

/// A value of which something may be missing, although both readers agree on all of it.
struct PartOfAValueTests {
  private static func line(_ text: String, _ left: Double, _ top: Double) -> TextLine {
    let right = left + 20 * Double(text.count)
    return TextLine(
      print: text, in: Box(left: left, top: top, right: right, bottom: top + 20), confidence: 0.97)
  }

  private static func label(_ field: String, _ text: String, _ top: Double) -> Extraction.Label {
    Extraction.Label(field: field, box: line(text, 100, top).box, glyphs: [], cost: 0)
  }

  /// Whether something of a name or an address on a licence is said to be missing; its company's name begins at 240.
  private func isPart(
    _ field: String, _ lines: [TextLine], seen: [TextLine]? = nil, beside others: [TextLine] = []
  ) throws -> Bool {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let definition = try #require(
      models.kinds.first { $0.id == "business_licence" }?.fields.first { $0.name == field })
    let company = Self.line("云栖商贸有限公司", 240, 100)
    let values = ValueFinder(
      labels: [Self.label("name", "名称", 100), Self.label(field, "法定代表人", 200)],
      pieces: ([company] + lines + others).map {
        Piece(glyphs: $0.glyphs, isWholeLine: true)
      }, width: 1000,
      height: 600)
    let reading = TextReading(
      field: definition, reader: PlainPrint(lines: seen ?? lines), values: values,
      known: KnownForm(codes: models.codes, divisions: models.divisions))
    return try reading.read(FieldReading(lines: lines)).evidence.unreadPrint > 0
  }

  @Test(arguments: [(240.0, false), (260.0, true)])
  func aNameThatBeginsLateMayLackItsFirstCharacter(_ left: Double, _ isPart: Bool) throws {
    let name = Self.line("王云", left, 200)
    #expect(try self.isPart("legal_representative", [name]) == isPart)
  }

  /// Where more lines begin where it begins, it is the company's name that was taken for wider than it is.
  @Test func aNameThatBeginsWhereOthersBeginIsWhole() throws {
    let others = [300.0, 330].map { Self.line("家具销售", 261, $0) }
    let name = Self.line("王云", 260, 200)
    #expect(try !isPart("legal_representative", [name], beside: others))
    #expect(try isPart("legal_representative", [name], beside: [others[0]]))
  }

  @Test func anAddressThatBeginsLateLacksSomethingOnlyWhereInkStandsBeforeIt() throws {
    let address = Self.line("山东省潍坊市奎文区东风街", 260, 200)
    #expect(try !isPart("address", [address]))
    var inked = address
    inked.glyphs.insert(contentsOf: Self.line("川", 240, 200).glyphs, at: 0)
    #expect(try isPart("address", [address], seen: [inked]))
  }

  @Test(arguments: [("山东省潍坊", true), ("山东省潍坊市", false)])
  func aShortLineAboveAnotherIsAnotherEntrys(_ first: String, _ isPart: Bool) throws {
    let lines = [Self.line(first, 240, 200), Self.line("奎文区东风街", 240, 226)]
    #expect(try self.isPart("address", lines) == isPart)
  }

  /// A figure may be what is left of 2701号, where 号 was wrapped and lost: another line goes on further, or nothing is below.
  @Test(arguments: [(600.0, true, false), (420, true, true), (420, false, false)])
  func anAddressThatEndsWithAFigureIsWholeWhereNothingWasWrapped(
    _ end: Double, _ isInkBelow: Bool, _ isPart: Bool
  ) throws {
    let address = Self.line("山东省潍坊市A座9", 240, 200)
    let other = TextLine(
      print: "家具销售", in: Box(left: 240, top: 300, right: end, bottom: 320), confidence: 0.97)
    let ink = TextLine(
      print: "号", in: Box(left: 240, top: 226, right: 260, bottom: 246), confidence: 0.5)
    #expect(
      try self.isPart(
        "address", [address], seen: isInkBelow ? [address, ink] : [address], beside: [other])
        == isPart)
  }
}
