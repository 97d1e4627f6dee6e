import Cases
import Testing

@testable import Extraction

struct CaptionsTests {
  private func captions(_ text: String, _ phrases: [String], misread: Bool = true) -> [String] {
    let line = TextLine(
      print: text, in: Box(left: 0, top: 0, right: 20 * Double(text.count), bottom: 20),
      confidence: 1)
    return Captions(phrases.map { Captions.Phrase($0) }, mayBeMisread: misread)
      .labels(in: Row.rows(of: [line]), taken: [], named: [])
      .map { label in label.glyphs.map { line.glyphs[$0.glyph].text }.joined() }
  }

  @Test(arguments: ["PlaceofBirth", "PlaceofBrrth", "Placeof8irth", "PlaceofBirt"])
  func aQuarterOfTheLettersMayBeWrong(_ read: String) {
    #expect(captions(read, ["Place of Birth"]) == [read])
  }

  @Test(arguments: ["ZENITH", "Sexton", "S", "秦诗"])
  func valuesAreNoCaptions(_ value: String) {
    #expect(captions(value, ["Sex", "Place of Birth"]).isEmpty)
  }

  @Test func whatFollowsACaptionStays() {
    #expect(captions("No.110101", ["No."]) == ["No."])
  }

  private func fields(_ text: String, named: Set<String> = []) -> [String?] {
    let line = TextLine(
      print: text, in: Box(left: 0, top: 0, right: 20 * Double(text.count), bottom: 20),
      confidence: 1)
    let phrases = [Captions.Phrase("Sex", names: "sex"), Captions.Phrase("Sexe")]
    return Captions(phrases, mayBeMisread: true)
      .labels(in: Row.rows(of: [line]), taken: [], named: named).map(\.field)
  }

  @Test func aCaptionAtTheStartOfALineNamesAFieldAndItsTranslationDoesNot() {
    #expect(fields("Sex/Sexe") == ["sex", nil])
  }

  /// 国籍 was read as 国箱.
  @Test func asManyHanCharactersBeforeItAsALabelHasAreThatLabel() {
    func label(_ text: String) -> Extraction.Label? {
      let box = Box(left: 0, top: 0, right: 20 * Double(text.count), bottom: 20)
      let line = TextLine(print: text, in: box, confidence: 1)
      return Captions(
        [.init("Nationality", names: "nationality")], mayBeMisread: true,
        lengths: ["nationality": [2]]
      ).labels(in: Row.rows(of: [line]), taken: [], named: []).first
    }
    #expect(label("国箱Nationality")?.field == "nationality")
    #expect(label("国箱Nationality")?.box.left == 0)
    #expect(label("中国国箱Nationality")?.field == nil)
  }

  @Test func aFieldThatHasItsLabelGetsNoSecondOne() {
    #expect(fields("Sex", named: ["sex"]) == [nil])
  }

  @Test func aTextLayerIsTakenToTheLetter() {
    #expect(captions("PlaceofBrrth", ["Place of Birth"], misread: false).isEmpty)
  }
}
