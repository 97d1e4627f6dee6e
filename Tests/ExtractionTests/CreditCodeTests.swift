import Testing

@testable import Extraction

struct CreditCodeTests {
  @Test(arguments: ["91350100M000100Y43", "91440305MAUGWBXA2P"])
  func aValidCodePasses(_ code: String) {
    #expect(CreditCode.isValid(code))
  }

  @Test(arguments: [
    "91350100M000100Y44", "91350100M000100YI3", "91350100M000100Y4", "", "９1350100M000100Y43",
  ])
  func anInvalidCodeFails(_ code: String) {
    #expect(!CreditCode.isValid(code))
  }

  @Test func everySingleWrongCharacterIsSeen() {
    let right = Array("91350100M000100Y43")
    for position in right.indices {
      for character in CreditCode.alphabet where character != right[position] {
        var wrong = right
        wrong[position] = character
        #expect(!CreditCode.isValid(String(wrong)))
      }
    }
  }
}
