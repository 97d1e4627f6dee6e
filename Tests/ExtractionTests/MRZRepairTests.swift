import Cases
import Testing

@testable import Extraction

struct MRZRepairTests {
  private func cells(_ text: String) -> [MRZCell] { text.map { MRZCell(seen: $0) } }

  @Test func whatIsRightStays() {
    let second = MRZRepair.second(cells(Eriksson.line2))
    #expect(second?.value == Eriksson.line2)
    #expect(second?.passes == true)
    #expect(second?.isWeak == false)
    #expect(MRZRepair.first(cells(Eriksson.line1))?.isWeak == false)
  }

  @Test func aLetterAmongTheDigitsOfADateIsTheDigitOfItsShape() {
    let read = "L898902C36UTO74O8I22F1204159ZE184226B<<<<<10"
    let line = MRZRepair.second(cells(read))
    #expect(line?.value == Eriksson.line2)
    #expect(line?.isWeak == false)
  }

  @Test func aDigitInANameNeedsAnotherLook() {
    let line = MRZRepair.first(cells(Eriksson.line1.replacing("ERIKSSON", with: "ER1KSSON")))
    #expect(line?.value == Eriksson.line1)
    #expect(line?.isWeak == true)
  }

  @Test func longRunsOfFillersMayBeMiscounted() {
    let short = String(Eriksson.line1.dropLast(3))
    #expect(MRZRepair.first(cells(short))?.value == Eriksson.line1)
    #expect(MRZRepair.first(cells(short))?.isWeak == true)
    #expect(MRZRepair.first(cells("P<UTOERIKSSON")) == nil)
    #expect(MRZRepair.second([]) == nil)
  }

  @Test(arguments: 0..<44)
  func ofAFewCharactersNoLineIsMade(_ count: Int) {
    let (first, second) = (Eriksson.line1.prefix(count), Eriksson.line2.prefix(count))
    #expect(MRZRepair.first(cells(String(first))).map(\.value.count) ?? MRZ.length == MRZ.length)
    #expect(MRZRepair.second(cells(String(second))).map(\.value.count) ?? MRZ.length == MRZ.length)
    if count < 36 { #expect(MRZRepair.first(cells(String(first))) == nil) }
  }

  @Test func ofTheAlternativesTheOnlyOneThatChecksIsTaken() {
    var read = cells(Eriksson.line2)
    read[1] = MRZCell(seen: "3", others: ["8", "9"])
    let line = MRZRepair.second(read)
    #expect(line?.value == Eriksson.line2)
    #expect(line?.isWeak == true)
  }

  @Test func aChineseNumberBeginsWithALetterAndIsNotSure() {
    let right = "G099151733CHN8602259F3405237<<<<<<<<<<<<<<<0"
    let line = MRZRepair.second(cells("6" + right.dropFirst()))
    #expect(line?.value == right)
    #expect(line?.passes == true)
    #expect(line?.isWeak == true)
    #expect(MRZRepair.second(cells(right))?.isWeak == false)
  }

  @Test func twoLettersThatCancelOutAreNeverSure() {
    // OO and 00 weigh the same under 7 and 3.
    let line = MRZRepair.second(cells("EA59688673CHN9902118M340420700MOBNNPBPBAAB42"))
    #expect(line?.passes == true)
    #expect(line?.isWeak == true)
  }

  /// One character of a right line is read wrongly, by every look alike: what comes of it is never sure of itself
  /// unless it is the right line, or exactly what was read.
  @Test func noSingleWrongCharacterBecomesAnotherLineInSilence() {
    var random = Seeded(state: 0x9303)
    for (line1, line2) in [(Eriksson.line1, Eriksson.line2)] + (0..<6).map({ _ in random.zone() }) {
      for (right, repair) in [(line1, MRZRepair.first), (line2, MRZRepair.second)] {
        for position in 0..<44 {
          for character in MRZ.alphabet {
            var read = Array(right)
            read[position] = character
            let taken = heardTwice(String(read), repair)
            let isSafe =
              taken == nil || taken == right || taken == String(read)
            #expect(isSafe, "\(right) read as \(String(read)) became \(taken ?? "")")
          }
        }
      }
    }
  }

  /// The line that two models confirm; nil where they do not.
  private func heardTwice(_ text: String, _ repair: ([MRZCell]) -> MRZCandidate?) -> String? {
    let box = Box(left: 0, top: 0, right: 880, bottom: 20)
    let line = TextLine(print: text, in: box, confidence: 0.99)
    var testimony = MRZTestimony()
    testimony.hear(line, by: .chinese, repair)
    testimony.hear(line, by: .zone, repair)
    guard let heard = testimony.line, heard.isConfirmed, heard.passes else { return nil }
    return heard.value
  }
}

/// The same numbers in every run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A right zone of an invented passport, with and without optional data.
  mutating func zone() -> (String, String) {
    func text(_ count: Int, of alphabet: String) -> String {
      String((0..<count).map { _ in alphabet.randomElement(using: &self) ?? "A" })
    }
    func checked(_ text: String) -> String { "\(text)\(MRZ.checkDigit(over: text) ?? 0)" }
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let state = ["CHN", "GBR", "CUB", "D<<", "UGA"].randomElement(using: &self) ?? "CHN"
    let name = "\(text(6, of: letters))<<\(text(4, of: letters))<\(text(5, of: letters))"
    let number = checked(text(9, of: "0123456789" + letters))
    let birth = checked(
      "8\(text(1, of: "0123456789"))0\(text(1, of: "123456789"))1\(text(1, of: "0123456789"))")
    let expiry = checked(
      "3\(text(1, of: "0123456789"))0\(text(1, of: "123456789"))2\(text(1, of: "01234567"))")
    let data =
      Bool.random(using: &self) ? text(14, of: "ABCLMNOP8") : String(repeating: "<", count: 14)
    let sex = ["M", "F", "<"].randomElement(using: &self) ?? "<"
    let body = number + state + birth + sex + expiry + checked(data)
    let composite = number + birth + expiry + checked(data)
    let line1 = "P<" + state + name
    return (
      line1 + String(repeating: "<", count: 44 - line1.count),
      body + String(MRZ.checkDigit(over: composite) ?? 0)
    )
  }
}
