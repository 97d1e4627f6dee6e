import Cases
import Foundation
import Testing

@testable import Extraction

/// Two readers that differ in one character, and what is known of the value.
struct SettledDoubtTests {
  /// Says one thing of whole lines and another of single characters.
  private struct TwoReaders: LineReader {
    var characters: String
    var score = 0.99
    /// What the reader of lines sees of the line when it is shown a piece of it.
    var closer: String?

    func read(_ box: Box, hint: LineHint) throws -> TextLine? {
      closer.map { text in
        let cells = Box(left: 100, top: 100, right: 100 + 20 * Double(text.count), bottom: 120)
        return TextLine(print: text, in: cells, confidence: 0.97)
      }
    }
    func readCharacters(_ box: Box) throws -> CharacterReading? {
      let cells = Box(
        left: 100, top: 100, right: 100 + 20 * Double(characters.count), bottom: 120)
      let glyphs = TextLine(print: characters, in: cells, confidence: score).glyphs
      return CharacterReading(line: TextLine(glyphs: glyphs), cutting: 1, blur: 0.02)
    }
    func readCharacters(of line: TextLine) throws -> CharacterReading? {
      try readCharacters(line.box)
    }
    func knows(_ character: Character) -> Bool { true }
  }

  private func reading(
    _ field: String, of kind: String, line: String, characters: String, closer: String? = nil
  ) throws -> FieldReading {
    let box = Box(left: 100, top: 100, right: 100 + 20 * Double(line.count), bottom: 120)
    let line = TextLine(print: line, in: box, confidence: 0.97)
    return try reading(field, of: kind, line, characters: characters, closer: closer)
  }

  private func reading(
    _ field: String, of kind: String, _ line: TextLine, characters: String, closer: String? = nil
  ) throws -> FieldReading {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let definition = try #require(
      models.kinds.first { $0.id == kind }?.fields.first { $0.name == field })
    let reading = TextReading(
      field: definition, reader: TwoReaders(characters: characters, closer: closer),
      values: ValueFinder(labels: [], pieces: [], width: 1000, height: 600),
      known: KnownForm(codes: models.codes, divisions: models.divisions))
    return try reading.read(FieldReading(lines: [line]))
  }

  @Test func aCodeOnItsListSettlesADoubt() throws {
    let reading = try reading(
      "vehicle_type", of: "vehicle_licence", line: "重型拭式货车", characters: "重型罐式货车")
    #expect(reading.raw == "重型罐式货车")
    #expect(reading.decoded == nil)
    #expect(reading.evidence.unexplained == 0)
  }

  /// Layout analysis had cut the first character off.
  @Test func theReaderOfLinesMayLookAgainWhereTheOtherFoundMore() throws {
    let names = ["段正淳", "正淳", "设正淳"]
    let unexplained = try names.map { closer in
      let line = TextLine(
        print: "正淳", in: Box(left: 120, top: 100, right: 160, bottom: 120), confidence: 0.97)
      return try reading("name", of: "resident_id_front", line, characters: "段正淳", closer: closer)
        .evidence.unexplained
    }
    #expect(unexplained == [0, 1, 1])
  }

  @Test func twoCodesOnTheListDoNot() throws {
    let reading = try reading(
      "vehicle_type", of: "vehicle_licence", line: "小型轿车", characters: "微型轿车")
    #expect(reading.evidence.unexplained == 1)
  }

  @Test func divisionsThatLieInOneAnotherSettleADoubt() throws {
    let reading = try reading(
      "address", of: "resident_id_front", line: "山东省潍坊市查文区一号楼", characters: "山东省潍坊市奎文区一号楼")
    #expect(reading.raw.hasPrefix("山东省潍坊市奎文区"))
    #expect(reading.evidence.unexplained == 0)
  }

  @Test func aDoubtBehindTheDivisionsStays() throws {
    let reading = try reading(
      "address", of: "resident_id_front", line: "山东省潍坊市奎文区东风街", characters: "山东省潍坊市奎文区东凤街")
    #expect(reading.evidence.unexplained == 1)
  }

  @Test func aSentenceOfTheLawIsChosenAmongWhatWasSeenAndSaysSo() throws {
    let head = "家具销售（除依法须经批准的项目外，"
    let reading = try reading(
      "scope", of: "business_licence", line: head + "凭营业执照依法自主开展经营活动）",
      characters: head + "赁营业执照依法自主开展经营活动）")
    #expect(reading.raw.contains("赁营业执照"))
    #expect(reading.decoded == head + "凭营业执照依法自主开展经营活动）")
  }

  @Test(arguments: [("林萱宇", 0), ("林莹宇", 1), ("萱宇", 1)])
  func aCloserLookOfTheOtherReaderSettlesADoubt(_ closer: String, _ unexplained: Int) throws {
    let reading = try reading(
      "name", of: "resident_id_front", line: "林莹宇", characters: "林萱宇", closer: closer)
    #expect(reading.raw == "林萱宇")
    #expect(reading.evidence.unexplained == unexplained)
  }

  @Test(arguments: [("四川/SICHUAN", true), ("四川/SICHUA", false), ("四州/SICHUAN", false)])
  func aPlaceWhoseHalvesSayTheSameNeedsNoOtherReader(_ line: String, _ isSettled: Bool) throws {
    let reading = try reading(
      "birth_place", of: "passport", line: line, characters: line.prefix(2) + "匚邝")
    #expect(reading.raw == line)
    #expect((reading.evidence.unexplained == 0) == isSettled)
  }
}
