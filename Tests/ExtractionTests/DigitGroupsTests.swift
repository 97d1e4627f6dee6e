import Testing

@testable import Extraction

/// Digits that were read say a day whatever became of the separators; a digit is never guessed.
struct DigitGroupsTests {
  @Test(arguments: [
    ("1979年9局18日", "1979-09-18"), ("2018>年-03-月24日", "2018-03-24"), ("948王7820", nil),
    ("202Ux年12月12日", nil), ("2018年13月01日", nil), ("2018年1月", nil),
  ])
  func aDateIsItsThreeNumbers(_ raw: String, _ day: String?) {
    #expect(DigitGroups.decoded(raw, .date) == day)
  }

  @Test(arguments: [
    ("2025健11月25日至2045第11月24", "2025.11.25-2045.11.24"), ("2023年7.03长期", "2023.07.03-长期"),
    ("2025健11月25日至2045第11", nil),
  ])
  func aPeriodIsItsSixNumbers(_ raw: String, _ printed: String?) {
    let decoded = DigitGroups.decoded(raw, .period)
    #expect(decoded == printed)
    if let decoded { #expect(PrintedPeriod(printed: decoded) != nil) }
  }

  @Test(arguments: [
    ("2021-02-20有效期限10年", "2021-02-20", "2031-02-20"),
    ("日骨2022-02-21有效W限6年", "2022-02-21", "2028-02-21"),
    ("20230703-长期", "2023-07-03", nil), ("2020.02.23长期", "2020-02-23", nil),
  ])
  func aPeriodMayBeADayAndANumberOfYears(_ raw: String, _ from: String, _ until: String?) throws {
    let period = try #require(PrintedPeriod(printed: raw))
    #expect(period.from?.description == from)
    #expect(period.until?.description == until)
  }
}
