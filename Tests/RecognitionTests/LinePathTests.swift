import Foundation
import Testing

@testable import Recognition

struct LinePathTests {
  /// Codes: 0 none, 1 甲, 2 乙, then 3 丙 as 3 and 4.
  private static func codes() throws -> LineCodes {
    let names = "7\nNULL 0\nJoined 7\n|Broken|0|1 f\n甲 1\n乙 1\n丙 1\n5 8\n"
    var recoder = number(7)
    for sequence in [[6], [0], [0], [1], [2], [3, 4], [5]] {
      recoder += [1] + number(UInt32(sequence.count)) + sequence.flatMap { number(UInt32($0)) }
    }
    return try #require(
      LineCodes(characters: Array(names.utf8)[...], recoder: recoder[...], null: 0))
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// At each step the probability of some codes; the rest is shared among the others.
  private static func probabilities(_ steps: [[Int: Float]]) -> LineProbabilities {
    let logits = steps.flatMap { step -> [Float] in
      let rest = (1 - step.values.reduce(0, +)) / Float(7 - step.count)
      return (0..<16).map { $0 < 7 ? logf(step[$0] ?? rest) : -1e9 }
    }
    return LineProbabilities(logits, codes: 7, columns: 16)
  }

  private static func text(_ steps: [[Int: Float]], alphabet: String = "") throws -> String {
    let codes = try codes()
    let path = LinePath(probabilities(steps), tree: codes.tree(of: alphabet), null: 0)
    return path.characters.map { codes.characters[$0.number] }.joined()
  }

  @Test func repeatedCodesAreOneCharacterUnlessABlankPartsThem() throws {
    #expect(try Self.text([[1: 0.9], [1: 0.9], [0: 0.9], [2: 0.9], [2: 0.9]]) == "甲乙")
    #expect(try Self.text([[1: 0.9], [0: 0.9], [1: 0.9]]) == "甲甲")
  }

  @Test func severalCodesWriteOneCharacter() throws {
    #expect(try Self.text([[3: 0.9], [3: 0.8], [0: 0.9], [4: 0.9], [1: 0.9]]) == "丙甲")
    // The first half alone is no character.
    #expect(try Self.text([[3: 0.5, 2: 0.4], [0: 0.9]]) == "乙")
  }

  @Test func onlyTheAlphabetComesOut() throws {
    #expect(try Self.text([[1: 0.6, 5: 0.3], [0: 0.9]], alphabet: "0123456789") == "5")
  }

  @Test func certaintyIsThatOfTheWorstStep() throws {
    let codes = try Self.codes()
    let tree = codes.tree(of: "")
    func certainty(_ probability: Float) -> Float? {
      LinePath(
        Self.probabilities([[1: 0.99], [1: probability], [1: 0.99]]), tree: tree, null: 0
      ).characters.first?.certainty
    }
    let sure = try #require(certainty(0.99))
    let unsure = try #require(certainty(0.6))
    #expect(sure > unsure)
    #expect(abs(sure - (logf(0.99) + LinePath.offset) * LinePath.weight) < 0.01)
  }

  @Test func otherCharactersOfTheSameStepsAreTold() throws {
    let codes = try Self.codes()
    let probabilities = Self.probabilities([[1: 0.6, 2: 0.35], [1: 0.5, 2: 0.4], [0: 0.9]])
    let others = probabilities.characters(in: 0..<3, tree: codes.tree(of: ""), null: 0)
    #expect(others.prefix(2).map { codes.characters[$0.number] } == ["甲", "乙"])
    #expect(others[0].rating < others[1].rating)
  }

  @Test func whatIsNoCharacterSetIsRefused() {
    let names = Array("2\nNULL 0\nx 1\n".utf8)
    #expect(LineCodes(characters: names[...], recoder: [][...], null: 0) == nil)
    #expect(LineCodes(characters: names[...], recoder: Self.number(900_000)[...], null: 0) == nil)
    let endless = Self.number(2) + [1] + Self.number(99)
    #expect(LineCodes(characters: names[...], recoder: endless[...], null: 0) == nil)
  }
}
