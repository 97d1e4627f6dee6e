import Testing

@testable import Extraction

struct PhraseMatchTests {
  private func cost(_ phrase: String, in text: String) -> Int? {
    PhraseMatch.best(of: Array(phrase), in: Array(text))?.cost
  }

  @Test func aPhraseIsFoundWhereItStands() {
    let match = PhraseMatch.best(of: Array("经营范围"), in: Array("住所经营范围零售"))
    #expect(match?.range == 2..<6)
    #expect(match?.cost == 0)
  }

  @Test func oneCharacterMayBeWrongOrLost() {
    #expect(cost("公民身份号码", in: "公民身仿号码") == 1)
    #expect(cost("统一社会信用代码", in: "统社会信用代码") == 1)
  }

  @Test func twoWrongCharactersAreAnotherPhrase() {
    #expect(cost("公民身份号码", in: "公民车仿号码") == nil)
  }

  @Test func shortPhrasesMustBeExact() {
    #expect(cost("姓名", in: "姓石") == nil)
    #expect(cost("姓名", in: "") == nil)
  }
}
