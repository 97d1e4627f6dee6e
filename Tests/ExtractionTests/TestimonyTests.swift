import Cases
import Testing

@testable import Extraction

/// What several readers of one print are worth together.
struct TestimonyTests {
  private func testimony(
    _ type: FieldType, unknown: Set<Character> = [], _ said: [(Look.Model, String)]
  ) -> Testimony {
    var testimony = Testimony(type: type) { !unknown.contains($0) }
    for (model, text) in said {
      let box = Box(left: 0, top: 0, right: 20 * Double(text.count), bottom: 20)
      testimony.hear(
        FieldReading(lines: [TextLine(print: text, in: box, confidence: 0.99)]), by: model)
    }
    return testimony
  }

  @Test func aProvinceThatTheReaderOfLinesLacksIsTheOthers() {
    let said: [(Look.Model, String)] = [(.chinese, "费FP0670"), (.characters, "冀FP0670")]
    let plate = testimony(.plateNumber, unknown: ["冀"], said)
    #expect(plate.taken?.raw == "冀FP0670")
    #expect(plate.taken?.evidence.agreeing == 2)
    #expect(testimony(.plateNumber, said).taken?.evidence.agreeing == 1)
  }

  @Test func theRestOfThePlateMustBeTheSame() {
    let said: [(Look.Model, String)] = [(.chinese, "费FP0678"), (.characters, "冀FP0670")]
    #expect(testimony(.plateNumber, unknown: ["冀"], said).taken?.evidence.agreeing == 1)
  }

  /// They make a character or two of the province.
  @Test(arguments: ["3FP0670", "38FP0670", "FP0670"])
  func modelsWithoutHanCharactersSayTheRestOfThePlate(_ read: String) {
    let said: [(Look.Model, String)] = [(.characters, "冀FP0670"), (.numbers, read)]
    #expect(testimony(.plateNumber, unknown: ["冀"], said).taken?.evidence.agreeing == 2)
    #expect(testimony(.plateNumber, said).taken?.evidence.agreeing == 1)
  }

  @Test(arguments: [("20170107", 2), ("20170101", 1), ("2017010", 1)])
  func theFiguresOfADayAreHeardWithoutTheirMarks(_ figures: String, _ votes: Int) {
    let said: [(Look.Model, String)] = [(.chinese, "2017-01-07"), (.characters, figures)]
    #expect(testimony(.date, said).taken?.evidence.agreeing == votes)
    #expect(testimony(.date, said).taken?.raw == "2017-01-07")
  }

  @Test func figuresWithoutMarksAreNoDayByThemselves() {
    let said: [(Look.Model, String)] = [(.chinese, "20170107"), (.characters, "20170107")]
    #expect(testimony(.date, said).taken.map { NormalForm.of($0.raw, .date) } == .some(nil))
  }

  @Test func oneThatIsUnsureNeedsAnother() {
    var date = testimony(.date, [(.chinese, "2015-09-22")])
    let box = Box(left: 0, top: 0, right: 200, bottom: 20)
    date.hear(
      FieldReading(lines: [TextLine(print: "2015-09-22", in: box, confidence: 0.7)]),
      by: .characters)
    #expect(!date.isSettled)
    date.hear(
      FieldReading(lines: [TextLine(print: "2015-09-22", in: box, confidence: 0.7)]), by: .numbers)
    #expect(date.isSettled)
  }

  @Test func anEngineNumberNeedsAllFour() {
    let three: [(Look.Model, String)] = [
      (.english, "3O7V9F6"), (.chinese, "3O7V9F6"), (.numbers, "3O7V9F6"),
    ]
    #expect(!testimony(.engineNumber, three).isSettled)
    #expect(testimony(.engineNumber, three + [(.characters, "3O7V9F6")]).isSettled)
  }

  @Test func aNumberAmongOthersIsChosenAndSaysSo() {
    let number = testimony(.idNumber, [(.numbers, "35042119710406372378916887911625")])
    #expect(number.taken?.decoded == "350421197104063723")
    #expect(testimony(.idNumber, [(.numbers, "3504211971040637")]).taken?.decoded == nil)
  }

  @Test func aPhoneNumberWithAnEdgeBeforeItIsNone() {
    #expect(SelfCheck.passes("17704101251", .phone))
    #expect(SelfCheck.passes("0536-8223344", .phone))
    #expect(!SelfCheck.passes("117704101251", .phone))
    #expect(!SelfCheck.passes("5087856951", .phone))
  }
}
