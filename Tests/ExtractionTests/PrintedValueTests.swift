import Cases
import Testing

@testable import Extraction

struct PrintedValueTests {
  @Test(arguments: [
    ("2017年06月08日", "2017-06-08"), ("1959年10月3日", "1959-10-03"), ("2008.06.15", "2008-06-15"),
    ("2020-02-29", "2020-02-29"), ("2020-0229", "2020-02-29"), ("202002.29", "2020-02-29"),
    ("2013年-06-月13日", "2013-06-13"), ("2023·年06月04日", "2023-06-04"),
    ("2030-04-:12", "2030-04-12"),
  ])
  func aPrintedDateHasANormalForm(_ printed: String, _ value: String) {
    #expect(CalendarDay(printed: printed)?.description == value)
  }

  @Test(arguments: [
    "2019年02月29日", "2019年13月01日", "20190101", "年月日", "2019年1月", "12019年1月1日",
    "2019·1·11", "2019:1-1", "2019·02·30",
  ])
  func whatIsNoDateIsNone(_ printed: String) {
    #expect(CalendarDay(printed: printed) == nil)
  }

  @Test(arguments: [
    ("2008.06.15-2028.06.15", "2008-06-15", "2028-06-15"),
    ("2017年06月08日至2067年06月07日", "2017-06-08", "2067-06-07"),
    ("2017-06-08至2067-06-07", "2017-06-08", "2067-06-07"),
    ("2017-06-08至206706-07", "2017-06-08", "2067-06-07"),
    ("2017.06.082067.06.07", "2017-06-08", "2067-06-07"),
    ("2017.06.08·2067.06.07", "2017-06-08", "2067-06-07"),
  ])
  func aPeriodHasTwoDates(_ printed: String, _ from: String, _ until: String) throws {
    let period = try #require(PrintedPeriod(printed: printed))
    #expect(period.from?.description == from)
    #expect(period.until?.description == until)
  }

  @Test func aPeriodMayBeOpen() throws {
    let open = try #require(PrintedPeriod(printed: "2012.05.01-长期"))
    #expect(open.from?.description == "2012-05-01")
    #expect(open.until == nil)
    #expect(PrintedPeriod(printed: "长期")?.from == nil)
  }

  @Test func aPeriodThatEndsBeforeItBeginsIsNone() {
    #expect(PrintedPeriod(printed: "2028.06.15-2008.06.15") == nil)
  }

  @Test func onlySpansThatCardsHaveAreTrusted() throws {
    let ten = try #require(PrintedPeriod(printed: "2008.06.15-2018.06.15"))
    let odd = try #require(PrintedPeriod(printed: "2008.06.15-2018.06.16"))
    #expect(ten.lasts(oneOf: [5, 10, 20]))
    #expect(!odd.lasts(oneOf: [5, 10, 20]))
  }

  @Test func onlyCodesBecomeHalfWidth() {
    #expect(NormalForm.of("９１350100Ｍ", .creditCode) == "91350100M")
    #expect(NormalForm.of("云　栖（北京）", .company) == "云栖（北京）")
  }

  @Test(arguments: [
    ("□首次申领☑换领□补领", "换领"), ("口姓名变更回民族变更口地址变更", "民族变更"),
  ])
  func aTickedOptionIsTheValue(_ printed: String, _ value: String) {
    #expect(TickedOption.value(in: printed) == value)
  }

  @Test(arguments: ["首次申领换领补领", "☑换领☑补领□首次申领", "□换领□补领", "☑换领", ""])
  func withoutExactlyOneTickThereIsNone(_ printed: String) {
    #expect(TickedOption.value(in: printed) == nil)
  }
}
