import Testing

@testable import Extraction

struct IDNumberTests {
  @Test func aValidNumberTellsBirthDateAndSex() throws {
    let number = try #require(IDNumber("11010519491231002X"))  // the example of GB 11643-1999
    #expect(number.birthDate == "1949-12-31")
    #expect(number.sex == "女")
  }

  @Test(arguments: [
    "110105194912310021",  // check character
    "11010519491331002X",  // month 13
    "11010519491231002",  // a character short
    "11010519491231002x", "1101051949123100２X", "", "ABCDEFGHIJKLMNOPQR",
  ])
  func anInvalidNumberIsNone(_ text: String) {
    #expect(IDNumber(text) == nil)
  }

  @Test func everySingleWrongDigitIsSeen() {
    let right = Array("11010519491231002X")
    for position in 0..<17 {
      for digit in "0123456789" where digit != right[position] {
        var wrong = right
        wrong[position] = digit
        #expect(IDNumber(String(wrong)) == nil)
      }
    }
  }
}
