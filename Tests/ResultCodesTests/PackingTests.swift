import ResultCodes
import Testing

@Suite struct PackingTests {
  @Test func everyLengthComesBack() {
    var random = SeededGenerator(state: 1)
    for count in 0...80 {
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      let digits = DecimalPacking.digits(of: bytes)
      let lastGroup = [0, 3, 5, 8, 10, 13, 15][count % 7]
      #expect(digits.utf8.count == count / 7 * 17 + lastGroup)
      #expect(DecimalPacking.bytes(of: digits) == bytes)
    }
  }

  @Test(arguments: [
    (1, "255"), (2, "65535"), (3, "16777215"), (4, "4294967295"), (5, "1099511627775"),
    (6, "281474976710655"), (7, "72057594037927935"),
  ])
  func theLargestGroupIsTheLast(_ count: Int, _ digits: String) throws {
    #expect(DecimalPacking.digits(of: [UInt8](repeating: 0xFF, count: count)) == digits)
    let next = String(try #require(UInt64(digits)) + 1)
    #expect(DecimalPacking.bytes(of: next) == nil)
  }

  @Test(arguments: [
    "1", "12", "1234", "123456", "1234567", "25x", "２５５", "-12", "+12", " 12", "12 ", "256",
    "99999999999999999",
  ])
  func otherTextsAreRefused(_ text: String) {
    #expect(DecimalPacking.bytes(of: text) == nil)
  }

  @Test func locatorIsTwentyFiveDigits() throws {
    let locator = try #require(Locator(bytes: [UInt8](repeating: 0xFF, count: 10)))
    #expect(locator.digits == "7205759403792793516777215")
    #expect(Locator(digits: locator.digits) == locator)
    #expect(Locator(digits: "7205759403792793616777215") == nil)
    #expect(Locator(digits: "720575940379279351677721") == nil)
    #expect(Locator(digits: "72057594037927935167772150") == nil)
    #expect(Locator(bytes: [1, 2, 3]) == nil)
  }
}
