import Cases
import Testing

@testable import Extraction

/// Which lines are read again by the model of English.
struct LatinPrintTests {
  private struct English: LineReader {
    func read(_ box: Box, hint: LineHint) throws -> TextLine? {
      hint.script == .latin ? TextLine(print: "ENGLISH", in: box, confidence: 0.9) : nil
    }
    func readCharacters(_ box: Box) throws -> CharacterReading? { nil }
    func readCharacters(of line: TextLine) throws -> CharacterReading? { nil }
    func knows(_ character: Character) -> Bool { true }
  }

  @Test(arguments: [
    ("Natonlty/N3tontke", "ENGLISH"), ("出生日期", "出生日期"), ("四川/SI", "四川/SI"), ("P", "P"),
    ("P<UTOERIKSSON<<ANNA", "P<UTOERIKSSON<<ANNA"),
  ])
  func onlyPrintInLatinLettersIsReadAgain(_ text: String, _ read: String) throws {
    let line = TextLine(
      print: text, in: Box(left: 0, top: 0, right: 300, bottom: 20), confidence: 0.9)
    #expect(try LatinPrint(reader: English()).readAgain([line]).map(\.text) == [read])
  }
}
