import Cases
import Testing

@testable import Extraction

/// The specimen of ICAO Doc 9303-4, appendix A.
enum Eriksson {
  static let line1 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
  static let line2 = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
  static let today = CalendarDay(year: 2026, month: 11, day: 5)
}

struct TD3Tests {
  private func facts(_ line1: String = Eriksson.line1, _ line2: String = Eriksson.line2) throws
    -> TD3Facts
  {
    let today = try #require(Eriksson.today)
    return try #require(TD3Facts(line1: line1, line2: line2, today: today))
  }

  @Test func theStandardsSpecimenSaysWhatTheStandardSays() throws {
    let facts = try facts()
    #expect(facts.documentType == "P")
    #expect(facts.issuingState == "UTO")
    #expect(facts.name == "ERIKSSON, ANNA MARIA")
    #expect(!facts.mayBeTruncated)
    #expect(facts.documentNumber == "L898902C3")
    #expect(facts.nationality == "UTO")
    #expect(facts.birthDate?.description == "1974-08-12")
    #expect(facts.sex == "女")
    #expect(facts.expiryDate?.description == "2012-04-15")
    #expect(facts.personalNumber == "ZE184226B")
    #expect(TD3.checksPass(Array(Eriksson.line2)))
  }

  @Test(arguments: [("520727", 3), ("AB2134<<<", 5), ("740812", 2), ("L898902C3", 6)])
  func checkDigitsAreThoseOfTheStandard(_ text: String, _ digit: Int) {
    #expect(MRZ.checkDigit(over: text) == digit)
  }

  @Test func noCheckDigitIsOverWhatNoZoneHas() {
    #expect(MRZ.checkDigit(over: "12é") == nil)
    #expect(MRZ.checkDigit(over: "ab") == nil)
  }

  @Test func everySingleWrongDigitOfADateIsSeen() {
    let right = Array(Eriksson.line2)
    for position in Array(13..<20) + Array(21..<28) {
      for digit in "0123456789" where digit != right[position] {
        var wrong = right
        wrong[position] = digit
        #expect(!TD3.checksPass(wrong))
      }
    }
  }

  @Test func withoutOptionalDataTheirCheckDigitMayBeMissing() {
    #expect(TD3.checksPass(Array("NHGD9577D4UTO9308031M3307098<<<<<<<<<<<<<<06")))
    #expect(TD3.checksPass(Array("KG8919A218UTO7106015M3204164<<<<<<<<<<<<<<<6")))
  }

  @Test(arguments: [
    ("ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "ERIKSSON, ANNA MARIA"),
    ("VAN<DER<BERG<<JOHN<<<<<<<<<<<<<<<<<<<<<", "VAN DER BERG, JOHN"),
    ("ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "ARKFREITH"),
  ])
  func aNameHasTwoIdentifiers(_ field: String, _ name: String) {
    #expect(MRZName.name(in: field) == name)
  }

  @Test(arguments: ["<ERIKSSON<<ANNA", "ERIKSSON<<<ANNA", "ERIKSSON<<ANNA<<MARIA", "ER1KSSON", ""])
  func whatIsNoNameIsNone(_ field: String) { #expect(MRZName.name(in: field) == nil) }

  @Test(arguments: [("261105", "2026-11-05"), ("261106", "1926-11-06"), ("000229", "2000-02-29")])
  func aBirthDateIsTheLatestThatIsNotToCome(_ digits: String, _ date: String) throws {
    let today = try #require(Eriksson.today)
    #expect(MRZDate.birth(Array(digits), today: today)?.description == date)
  }

  @Test(arguments: [("360203", "2036-02-03"), ("960101", "1996-01-01")])
  func anExpiryDateIsNearToday(_ digits: String, _ date: String) throws {
    let today = try #require(Eriksson.today)
    #expect(MRZDate.expiry(Array(digits), today: today)?.description == date)
  }

  @Test(arguments: ["991332", "7408<<", "", "٠١٠١٠١1"])
  func whatIsNoDateIsNone(_ digits: String) throws {
    let today = try #require(Eriksson.today)
    #expect(MRZDate.birth(Array(digits), today: today) == nil)
  }

  @Test func linesOfAnotherLengthSayNothing() throws {
    let today = try #require(Eriksson.today)
    #expect(TD3Facts(line1: "P<UTO", line2: Eriksson.line2, today: today) == nil)
    #expect(!TD3.checksPass(Array("L898902C36UTO")))
  }
}
