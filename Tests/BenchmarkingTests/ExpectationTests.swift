import Testing

@testable import Benchmarking

@Suite struct ExpectationTests {
  @Test(arguments: [
    ("2015年3月12日", "2015-03-12"), ("2015.03.12", "2015-03-12"), ("2015-03-12", "2015-03-12"),
    ("02 JUL 1966", "1966-07-02"), ("02 7月/JUL 1966", "1966-07-02"), ("长期", "long_term"),
  ])
  func aPrintedDateIsMetByItsNormalForm(printed: String, value: String) {
    #expect(Expectation(printed).isMet(by: value))
    #expect(!Expectation(printed).isMet(by: "2015-03-13"))
    #expect(!Expectation(printed).isMet(by: nil))
  }

  @Test func aDateInsideATextIsText() {
    let text = "自2015年3月12日起销售食品"
    #expect(Expectation(text).isMet(by: text))
    #expect(!Expectation(text).isMet(by: "2015-03-12"))
  }

  @Test func widthAndWhiteSpaceDoNotCountAndEverythingElseDoes() {
    #expect(Expectation("ＡＢ　１２").isMet(by: "AB12"))
    #expect(Expectation("有限公司（自然人独资）").isMet(by: "有限公司(自然人独资)"))
    #expect(!Expectation("AB12").isMet(by: "ab12"))
    #expect(!Expectation("买买提·阿不都").isMet(by: "买买提阿不都"))
  }

  @Test func ofABilingualEntryTheChinesePartIsTheValue() {
    #expect(Expectation("中国/CHINESE", isBilingual: true).isMet(by: "中国"))
    #expect(!Expectation("中国/CHINESE", isBilingual: true).isMet(by: "中国/CHINESE"))
    #expect(Expectation("F/M", isBilingual: true).isMet(by: "F/M"))
    #expect(!Expectation("销售/IT").isMet(by: "销售"))
  }

  @Test(arguments: [
    ("2008.06.15-2013.06.15", "2008-06-15", "2013-06-15"),
    ("2008年6月15日至长期", "2008-06-15", "long_term"),
    ("2021-08-07至2027-08-07", "2021-08-07", "2027-08-07"),
    ("长期", nil, "long_term"), ("不详", nil, nil),
  ])
  func aPeriodHasTwoEnds(printed: String, from: String?, until: String?) {
    let ends = PrintedDate.period(printed)
    #expect(ends.from == from)
    #expect(ends.until == until)
  }

  @Test(arguments: [("", "", 0), ("abc", "", 3), ("凭营业执照", "赁营业照", 2), ("ab", "ba", 2)])
  func editsAreCounted(one: String, other: String, edits: Int) {
    #expect(editDistance(one, other) == edits)
    #expect(editDistance(other, one) == edits)
  }
}
