import Cases
import Testing

@testable import Extraction

/// A check may choose among characters that were seen, never bring one in.
struct SeenCharactersTests {
  private let box = Box(left: 0, top: 0, right: 360, bottom: 20)

  private func reading(_ text: String, sure: Double = 0.9, or other: [Int: String] = [:])
    -> FieldReading
  {
    var line = TextLine(print: text, in: box, confidence: sure)
    for (place, character) in other {
      line.glyphs[place].alternatives = [Alternative(value: character, probability: 0.3)]
    }
    return FieldReading(lines: [line])
  }

  private func idNumber(_ readings: FieldReading...) -> String? {
    SeenCharacters(readings, length: 18).value { IDNumber($0) != nil }
  }

  @Test func oneCharacterOfAnotherReaderMakesTheNumberRight() {
    #expect(
      idNumber(reading("110105194912310028"), reading("11O10519491231002X", sure: 0.5))
        == "11010519491231002X")
  }

  @Test func anAlternativeOfTheSameReaderDoes() {
    #expect(idNumber(reading("110105194912310028", or: [17: "X"])) == "11010519491231002X")
  }

  @Test func whatNobodySawIsNotTaken() {
    #expect(idNumber(reading("110105194912310028")) == nil)
    #expect(idNumber(reading("1101051949123100")) == nil)
  }

  @Test func twoValuesThatAreAsLikelyAreNone() {
    // Either of two places can be changed so that the number passes.
    let reading = reading("110105194912310028", or: [17: "X", 16: "9"])
    let passing = ["11010519491231002X", "110105194912310098"]
    let chosen = SeenCharacters([reading], length: 18).value(where: passing.contains)
    #expect(chosen == nil)
  }

  @Test func aListedValueIsChosenOfWhichEveryCharacterWasSeen() {
    let seen = SeenCharacters([reading("佬仡", or: [0: "仫", 1: "佬"])], length: 2)
    #expect(seen.value(among: ["仫佬", "仡佬", "汉"]) == "仫佬")
    #expect(seen.value(among: ["仡佬", "汉"]) == nil)
  }
}
