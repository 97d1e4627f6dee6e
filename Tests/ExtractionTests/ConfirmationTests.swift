import Cases
import Testing

@testable import Extraction

/// Reads every line as the given text, by the model that a hint asks for.
private struct TwoModels: LineReader {
  var han: String?
  var latin: String?

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    (hint.script == .code ? latin : han).map { TextLine(print: $0, in: box, confidence: 0.95) }
  }
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

/// Nothing is accepted from a picture that only one look at it says.
struct ConfirmationTests {
  private func field(_ name: String, printed: String, han: String?, latin: String?) throws -> Field
  {
    let kinds = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let definition = try #require(
      kinds.kinds.flatMap(\.fields).first { $0.name == name && $0.region != nil })
    let box = Box(left: 0, top: 0, right: 400, bottom: 20)
    let first = FieldReading(
      lines: [TextLine(print: printed, in: box, confidence: 0.95)], box: box)
    let again = Rereading(
      first: first, field: definition, reader: TwoModels(han: han, latin: latin))
    var best = try again.best()
    best.isConfirmed = try again.confirms(best)
    let judge = FieldJudge(codes: kinds.codes, source: .ocr, page: 1, toPage: .identity)
    return try #require(judge.fields(definition, best)[name])
  }

  @Test(arguments: [
    ("140105195910033807", FieldState.accepted), ("140105195910033801", .review),
  ])
  func aNumberMustBeReadByBothModels(_ latin: String, _ state: FieldState) throws {
    let number = "140105195910033807"
    #expect(try field("id_number", printed: number, han: number, latin: latin).state == state)
  }

  /// Both years misread alike still last ten years.
  @Test(arguments: [
    ("2008.06.15-2018.06.15", FieldState.accepted), ("2003.06.15-2013.06.15", .review),
  ])
  func aPeriodMustBeReadByBothModels(_ latin: String, _ state: FieldState) throws {
    let printed = "2008.06.15-2018.06.15"
    #expect(try field("valid_from", printed: printed, han: printed, latin: latin).state == state)
  }

  @Test func longTermNeedsItsBeginningConfirmed() throws {
    let printed = "2008.06.15-长期"
    #expect(
      try field("valid_from", printed: printed, han: printed, latin: "2008.06.15-4").state
        == .accepted)
    #expect(
      try field("valid_from", printed: printed, han: printed, latin: "2003.06.15-").state
        == .review)
  }

  @Test(arguments: [("满", FieldState.accepted), ("瑶", .review)])
  func aListedEthnicityMustBeReadTwice(_ again: String, _ state: FieldState) throws {
    #expect(try field("ethnicity", printed: "满", han: again, latin: nil).state == state)
  }

  /// 土 may be what is left of 土家.
  @Test func anEthnicityThatIsPartOfAnotherIsNotAccepted() throws {
    #expect(try field("ethnicity", printed: "土", han: "土", latin: nil).state == .review)
    #expect(try field("ethnicity", printed: "土家", han: "土家", latin: nil).state == .accepted)
  }

  @Test func anUnconfirmedNumberConfirmsNoBirthDateAndNoSex() throws {
    let fields = try #require(GoldenPage.named("id-front").documents().first?.fields)
    #expect(fields["id_number"]?.check("gb11643")?.result == .pass)
    #expect(fields["birth_date"]?.check("agrees")?.result == .pass)
    for name in ["id_number", "birth_date", "sex"] { #expect(fields[name]?.state == .review) }
  }
}
