import Cases
import Foundation
import Testing

@testable import Extraction

struct CodeChecksTests {
  @Test(arguments: ["1M8GDM9AXKP042788", "11111111111111111", "LVGBE40K28G000001"])
  func aVehicleNumberHasSeventeenCharacters(_ number: String) {
    #expect(VehicleIdentification.isWellFormed(number))
  }

  @Test func theCheckDigitOfTheRegulationsExampleIsX() {
    #expect(VehicleIdentification.hasCheckDigit("1M8GDM9AXKP042788"))
    for digit in "0123456789" {
      #expect(!VehicleIdentification.hasCheckDigit("1M8GDM9A\(digit)KP042788"))
    }
  }

  @Test func everySingleWrongDigitOfAVehicleNumberIsSeen() {
    let right = Array("1M8GDM9AXKP042788")
    for position in right.indices where right[position].isNumber {
      for digit in "0123456789" where digit != right[position] {
        var wrong = right
        wrong[position] = digit
        #expect(!VehicleIdentification.hasCheckDigit(String(wrong)))
      }
    }
  }

  @Test(arguments: [
    "", "1M8GDM9AXKP04278", "1M8GDM9AXKP0427888", "IM8GDM9AXKP042788", "１M8GDM9AXKP042788",
  ])
  func whatIsNoVehicleNumberIsNone(_ text: String) {
    #expect(!VehicleIdentification.isWellFormed(text))
  }

  @Test func lettersThatNoVehicleNumberHasAreDigits() {
    #expect(VehicleIdentification.normalForm(of: "IM8GDM9AXKPO4Q788") == "1M8GDM9AXKP040788")
  }

  @Test(arguments: ["粤E87377", "京A12B34", "沪AD12345", "粤B12345D", "鲁A1234挂", "粤ZA123港"])
  func aPlateHasTheStandardsForm(_ plate: String) {
    #expect(PlateNumber.form(of: plate) == .regular)
  }

  @Test(arguments: ["渝AJC0B8", "沪AD09H86"])
  func anOddSerialIsNoted(_ plate: String) { #expect(PlateNumber.form(of: plate) == .unusual) }

  @Test(arguments: [
    "", "粤", "E87377", "粤E8737", "粤E8737788", "粤EI7377", "桌E87377", "粤18737A", "沪AD1234挂",
  ])
  func whatIsNoPlateIsNone(_ text: String) { #expect(PlateNumber.form(of: text) == nil) }

  @Test func aSerialHasNoLettersIAndO() {
    #expect(PlateNumber.normalForm(of: "粤E·8O3I7") == "粤E80317")
    #expect(PlateNumber.normalForm(of: "京O12345") == "京O12345")
  }

  @Test(arguments: [
    ("C1", ["C1"]), ("A1A2", ["A1", "A2"]), ("C1E", ["C1", "E"]), ("B2D", ["B2", "D"]),
  ])
  func aLicenceMayHaveSeveralClasses(_ text: String, _ classes: [String]) throws {
    let known = try #require(GoldenPage.extractor().kinds.codes["driving_class"])
    #expect(DrivingClass.classes(in: text, of: known) == classes)
  }

  @Test(arguments: ["", "C", "C7", "C1C1", "X", "C1x"])
  func whatIsNoClassIsNone(_ text: String) throws {
    let known = try #require(GoldenPage.extractor().kinds.codes["driving_class"])
    #expect(DrivingClass.classes(in: text, of: known) == nil)
  }

  @Test(arguments: [("Cl", "C1"), ("AIA2", "A1A2"), ("C1E", "C1E"), ("Gi", "C1")])
  func aOneBehindALetterMayLookLikeALetter(_ read: String, _ form: String) {
    #expect(DrivingClass.normalForm(of: read) == form)
  }

  @Test(arguments: ["C", "CAL", "A1\\2", "6", "EEE"])
  func whatMayHaveLostADigitIsNoClass(_ read: String) {
    #expect(DrivingClass.normalForm(of: read) == nil)
  }

  @Test(arguments: [
    ("12 6月/JUN 1997", "1997-06-12"), ("02 JUL 1966", "1966-07-02"),
    ("0210月/0CT2024", "2024-10-02"),
    ("126月/JLN1997", "1997-06-12"),
  ])
  func aPassportPrintsItsDaysInTwoWays(_ printed: String, _ value: String) {
    #expect(NormalForm.of(printed, .dayOfPassport) == value)
  }

  @Test(arguments: [
    "12 6月/JUL 1997", "31 JUN 1997", "12 XXX 1997", "12 6月/ 1997", "月/JUN", "12 6月6月/JUN 1997", "",
  ])
  func whatIsNoDayOfAPassportIsNone(_ printed: String) {
    #expect(NormalForm.of(printed, .dayOfPassport) == nil)
  }

  @Test(arguments: [
    ("四川/SICHUAN", "四川"), ("UTOPIA  CITY", "UTOPIA CITY"), ("公安部出入境管理局", "公安部出入境管理局"),
  ])
  func ofABilingualEntryTheChinesePartIsTheValue(_ printed: String, _ value: String) {
    #expect(NormalForm.of(printed, .bilingual) == value)
  }

  @Test(arguments: [("女/F", "女"), ("M", "男"), ("男/M", "男")])
  func aPassportsSexIsOneOfTwo(_ printed: String, _ value: String) {
    #expect(NormalForm.of(printed, .sexOfPassport) == value)
  }

  @Test func aSexThatContradictsItselfIsNone() {
    #expect(NormalForm.of("女/M", .sexOfPassport) == nil)
  }
}

struct DivisionCodesTests {
  @Test func aCodeHasTheNamesOfItsTimes() throws {
    let divisions = try GoldenPage.extractor().kinds.divisions
    #expect(divisions.names(of: "340102").map(\.name) == ["东市区", "瑶海区"])
    #expect(divisions.path(of: "340102", in: 1990) == ["安徽省", "合肥市", "东市区"])
    #expect(divisions.path(of: "340102", in: 2010) == ["安徽省", "合肥市", "瑶海区"])
    #expect(divisions.path(of: "110101", in: 2010) == ["北京市", "东城区"])
    #expect(divisions.inForce(in: 2010)["340102"] == "瑶海区")
    #expect(divisions.inForce(in: 2010)["110103"] == nil)
    #expect(divisions.names(of: "999999").isEmpty)
    #expect(divisions.path(of: "11", in: 2010).isEmpty)
  }

  @Test(arguments: [
    ("340102", 1958, true), ("340102", 2015, true), ("110103", 1985, true), ("110103", 2015, false),
    ("120119", 1950, false), ("990101", 1980, false),
  ])
  func aNumbersDivisionExistedWhenItWasAssigned(_ code: String, _ year: Int, _ existed: Bool) throws
  {
    let divisions = try GoldenPage.extractor().kinds.divisions
    #expect(divisions.existed(code, whenBornIn: year) == existed)
  }

  @Test func anUnknownDivisionIsNotedAndRefusesNothing() throws {
    let kinds = try GoldenPage.extractor().kinds
    let definition = try #require(
      kinds.kinds.first { $0.id == "driving_licence" }?.fields.first { $0.name == "licence_number" }
    )
    let checks = FieldChecks(codes: kinds.codes, divisions: kinds.divisions)
      .results(of: definition, value: "99010119491231002X".withCheckCharacter)
    #expect(checks.map(\.id) == ["gb11643", "gb2260"])
    #expect(checks.map(\.result) == [.pass, .warning])
  }

  @Test func aBrokenFileIsNamed() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "divisions-\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    for text in ["11 01东城区", "1101 0", "1101 01东城区x-", "1101 01东城区1-2-3"] {
      try Data(text.utf8).write(to: file)
      #expect(throws: Problem.self) { try DivisionCodes(contentsOf: file) }
    }
  }
}

extension String {
  /// The same number with the check character of GB 11643.
  fileprivate var withCheckCharacter: String {
    let characters = "0123456789X".map { "\(self.dropLast())\($0)" }
    return characters.first { IDNumber($0) != nil } ?? self
  }
}
