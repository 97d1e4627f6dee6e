import Cases
import Testing

@testable import Extraction

/// Where layout analysis found nothing, one reader looks at the place where something must be: that reader, asked again, is no
/// second one.
struct OriginTests {
  /// The reader of lines sees nothing.
  private struct CharactersOnly: LineReader {
    var text: String

    func read(_ box: Box, hint: LineHint) throws -> TextLine? { nil }
    func readCharacters(_ box: Box) throws -> CharacterReading? {
      let cells = Box(
        left: box.left + 10, top: box.top, right: box.left + 10 + 20 * Double(text.count),
        bottom: box.bottom)
      return CharacterReading(
        line: TextLine(print: text, in: cells, confidence: 0.999), cutting: 3, blur: 0.02)
    }
    func knows(_ character: Character) -> Bool { true }
  }

  @Test(arguments: [
    ("birth_date", "1983年4月12日"), ("name", "王云"), ("sex", "男"), ("ethnicity", "汉"),
  ])
  func oneReaderThatAgreesWithItselfConfirmsNothing(_ field: String, _ text: String) throws {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let definition = try #require(
      models.kinds.first { $0.id == "resident_id_front" }?.fields.first { $0.name == field })
    let reader = FieldReader(
      values: ValueFinder(labels: [], pieces: [], width: 1000, height: 600),
      reader: CharactersOnly(text: text),
      known: KnownForm(codes: models.codes, divisions: models.divisions))
    let reading = try #require(try reader.read(definition))
    #expect(reading.raw == text)
    #expect(!reading.evidence.isCorroborated(for: definition.type))
  }
}
