import Testing
import specimen_maker

@Suite struct CheckCharacterTests {
  @Test("check characters are those of the standards' own examples")
  func checkCharacters() {
    #expect(CheckCharacters.idNumber("11010519491231002") == "X")
    #expect(CheckCharacters.idNumber("44052418800101001") == "4")
    #expect(CheckCharacters.organisationCode("D2143569") == "X")
    #expect(CheckCharacters.creditCode("91350100M000100Y4") == "3")
  }

  @Test("ICAO Doc 9303-4's specimen agrees with itself")
  func machineReadable() {
    #expect(CheckCharacters.machineReadable("L898902C3") == "6")
    #expect(ExpectedFields.checkDigitsAgree("L898902C36UTO7408122F1204159ZE184226B<<<<<10"))
    #expect(!ExpectedFields.checkDigitsAgree("L898902C36UTO7408122F1204159ZE184226C<<<<<10"))
  }

  @Test("the check digit of a vehicle identification number (49 CFR 565.15)")
  func vehicle() {
    #expect(CheckCharacters.vehicle("1M8GDM9A_KP042788") == "X")
    #expect(CheckCharacters.vehicle("11111111_11111111") == "1")
  }

  @Test(
    "amounts in words",
    arguments: [(3, "叁"), (58, "伍拾捌"), (208, "贰佰零捌"), (1200, "壹仟贰佰"), (20_800, "贰亿零捌佰")])
  func amounts(amount: Int, words: String) {
    #expect(Capital.inWords(amount) == words)
  }
}
