import Cases
import Testing

@testable import CrossChecking

struct ComparatorTests {
  @Test(arguments: [
    (Comparison.same, "退 休", "退休"), (.same, "ＡＢ１", "AB1"), (.same, "退\u{3000}休\u{200B}", "退休"),
    (.sameName, "阿布都拉·买买提", "阿布都拉•买买提"), (.sameName, "阿布都拉・买买提", "阿布都拉.买买提"),
    (.sameName, "阿布都拉．买买提", "阿布都拉‧ 买买提"), (.sameName, "云溪（北京）有限公司", "云溪(北京)有限公司"),
    (.sameName, "张 三", "张三"), (.sameName, "吴\u{F9DC}", "吴隆"),
    (.sameAddress, "云溪路１２号 3－501", "云溪路12号3-501"), (.sameAddress, "云溪路12号\n3—501", "云溪路12号3-501"),
    (.sameAddress, "a座", "A座"),
    (.sameCode, "11010819520312002x", "１１０１０８１９５２０３１２００２Ｘ"), (.sameCode, "9111 0108", "91110108"),
    (.date, "2015-03-12", "20150312"), (.date, "2015年3月12日", "2015-03-12"),
    (.date, "2015.3.12", "2015/03/12"),
    (.date, "长期", "long_term"),
    (.number, "80", "80.00平方米".replacing("平方米", with: "")), (.number, "1,280㎡", "1280.0 平方米"),
  ])
  func sameFact(_ comparison: Comparison, _ left: String, _ right: String) throws {
    #expect(Evidence([]).compare(left, right, as: comparison).outcome == .agrees)
  }

  @Test(arguments: [
    (Comparison.same, "退休", "在职"), (.sameName, "张三", "张王三"), (.sameName, "李大·海", "李·大海"),
    (.sameName, "王〇", "王零"), (.sameAddress, "5号楼", "5栋"), (.sameAddress, "12号3-501", "12号3-510"),
    (.sameCode, "110108195203120028", "110108195203120029"), (.date, "2015-03-12", "2015-12-03"),
    (.date, "2035-03-12", "long_term"), (.number, "80", "80.01"), (.number, "80元", "80平方米"),
  ])
  func otherFact(_ comparison: Comparison, _ left: String, _ right: String) throws {
    #expect(Evidence([]).compare(left, right, as: comparison).outcome == .differs)
  }

  @Test(arguments: [
    (Comparison.date, "2015-02-30", "2015-02-30"), (.date, "昨天", "2015-03-12"),
    (.number, "约80", "80"),
    (.number, "80万元", "80"), (.same, " ", "退休"), (.number, String(repeating: "9", count: 400), "9"),
    (.date, "99999999999999999999-1-1", "2015-03-12"),
  ])
  func noSuchFact(_ comparison: Comparison, _ left: String, _ right: String) throws {
    #expect(Evidence([]).compare(left, right, as: comparison).outcome == .notChecked)
  }
}
