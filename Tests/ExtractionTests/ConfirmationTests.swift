import Cases
import Testing

@testable import Extraction

/// Reads every line as the given text, by the model that looks.
private struct ThreeModels: LineReader {
  var han: String?
  var latin: String?
  var characters: String?

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    let text = Look.lines(hint).model == .chinese ? han : latin
    return text.map { TextLine(print: $0, in: box, confidence: 0.95) }
  }

  func readCharacters(_ box: Box) throws -> CharacterReading? {
    characters.map { text in
      var cell = box
      cell.right = cell.left + box.height * Double(text.count)
      return CharacterReading(
        line: TextLine(print: text, in: cell, confidence: 0.99), cutting: 3, blur: 0.02)
    }
  }

  func knows(_ character: Character) -> Bool { character != "邝" }
}

extension TextLine {
  init(print: String, in box: Box, confidence: Double) {
    let width = box.width / Double(max(1, print.count))
    self.init(
      glyphs: print.enumerated().map { index, character in
        let left = box.left + Double(index) * width
        let cell = Box(left: left, top: box.top, right: left + width, bottom: box.bottom)
        return Glyph(text: String(character), box: cell, confidence: confidence)
      })
  }
}

/// Nothing is accepted from a picture that only one reader says, however probable it is.
struct ConfirmationTests {
  private func field(
    _ name: String, printed: String, han: String? = nil, latin: String? = nil,
    characters: String? = nil, probable: Bool = true
  ) throws -> Field {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let definition = try #require(
      models.kinds.filter { $0.id.hasPrefix("resident") }.flatMap(\.fields)
        .first { $0.name == name })
    let kinds = DocumentKinds(
      kinds: models.kinds, codes: models.codes,
      calibration: Calibration(types: [
        definition.type.rawValue: .init(intercept: probable ? 7 : 3, weights: [:])
      ]))
    let region = try #require(definition.region)
    let box = Box(
      left: region[0] * 1000 + 10, top: region[1] * 600 + 10, right: region[2] * 1000 - 10,
      bottom: region[1] * 600 + 30
    ).narrowed(to: printed.count)
    let piece = Piece(
      glyphs: TextLine(print: printed, in: box, confidence: 0.95).glyphs, isWholeLine: true)
    let reading = try FieldReader(
      values: ValueFinder(labels: [], pieces: [piece], width: 1000, height: 600),
      reader: ThreeModels(han: han, latin: latin, characters: characters),
      known: KnownForm(codes: models.codes, divisions: models.divisions)
    ).read(definition)
    let judge = FieldJudge(kinds: kinds, source: .ocr, page: 1, toPage: .identity)
    return try #require(judge.fields(definition, reading)[name])
  }

  @Test(arguments: [
    ("140105195910033807", FieldState.accepted), ("140105195910033801", .review),
  ])
  func aNumberMustBeReadByTwoModels(_ latin: String, _ state: FieldState) throws {
    #expect(try field("id_number", printed: "140105195910033807", latin: latin).state == state)
  }

  @Test func whatIsNotProbableEnoughIsReviewed() throws {
    let number = "140105195910033807"
    let field = try field("id_number", printed: number, latin: number, probable: false)
    #expect(field.value == number)
    #expect(field.state == .review)
  }

  /// Both years misread alike still last ten years.
  @Test(arguments: [
    ("2008.06.15-2018.06.15", FieldState.accepted), ("2003.06.15-2013.06.15", .review),
  ])
  func aPeriodMustBeReadByTwoModels(_ characters: String, _ state: FieldState) throws {
    let printed = "2008.06.15-2018.06.15"
    #expect(try field("valid_from", printed: printed, characters: characters).state == state)
  }

  @Test(arguments: [("2008.06.15-长期", FieldState.accepted), ("2003.06.15-长期", .review)])
  func longTermNeedsItsBeginningConfirmed(_ characters: String, _ state: FieldState) throws {
    #expect(
      try field("valid_from", printed: "2008.06.15-长期", characters: characters).state == state)
  }

  @Test(arguments: [("满", FieldState.accepted), ("瑶", .review), ("", .review)])
  func aListedEthnicityMustBeReadTwice(_ characters: String, _ state: FieldState) throws {
    #expect(try field("ethnicity", printed: "满", characters: characters).state == state)
  }

  /// 土 may be what is left of 土家.
  @Test func anEthnicityThatIsPartOfAnotherIsNotAccepted() throws {
    #expect(try field("ethnicity", printed: "土", characters: "土").state == .review)
    #expect(try field("ethnicity", printed: "土家", characters: "土家").state == .accepted)
  }

  @Test func aNameIsAcceptedWhereOneReaderLacksACharacterButNotWhereBothKnowIt() throws {
    let rare = try field("name", printed: "邵云", characters: "邝云")
    #expect(rare.value == "邝云")
    #expect(rare.state == .accepted)
    #expect(rare.alternatives.map(\.value) == ["邵云"])
    #expect(try field("name", printed: "邵云", characters: "邱云").state == .review)
    #expect(try field("name", printed: "邵云").state == .review)
  }

  @Test func anUnconfirmedNumberConfirmsNoBirthDateAndNoSex() throws {
    let fields = try #require(GoldenPage.named("id-front").documents().first?.fields)
    #expect(fields["id_number"]?.check("gb11643")?.result == .pass)
    #expect(fields["birth_date"]?.check("agrees")?.result == .pass)
    for name in ["id_number", "birth_date", "sex"] { #expect(fields[name]?.state == .review) }
  }
}

extension Box {
  /// As wide as so many characters are in print, where it is wider.
  fileprivate func narrowed(to count: Int) -> Box {
    Box(left: left, top: top, right: min(right, left + Double(count) * 20), bottom: bottom)
  }
}
