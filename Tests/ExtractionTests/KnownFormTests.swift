import Cases
import Foundation
import Testing

@testable import Extraction

struct KnownFormTests {
  private let models = GoldenPage.root.appending(path: "Models")

  @Test(arguments: [
    "壹佰万元整", "壹仟贰佰万圆整", "贰佰零捌万元整", "人民币叁拾万元整", "（人民币）伍仟万元整", "壹亿元整", "贰亿零伍佰万元整", "拾万元整",
    "100万元人民币", "500.0000万元", "50万人民币",
  ])
  func aCapitalIsANumber(_ text: String) { #expect(Capital.isWellFormed(text)) }

  @Test(arguments: [
    "壹佰万", "参拾万元整", "壹拾佰万元整", "壹壹万元整", "万元整", "", "100", "1 0万元", "500.000000000万元", "零元整",
  ])
  func whatIsNoNumberIsNoCapital(_ text: String) { #expect(!Capital.isWellFormed(text)) }

  @Test func aModelHasLettersOfItsMakerAndDigits() {
    #expect(VehicleModel.normalForm(of: "海燕牌F01782BU") == "海燕牌F01782BU")
    #expect(VehicleModel.normalForm(of: "海燕牌FCI7O2B0") == "海燕牌FC1702B0")
    #expect(VehicleModel.isUnmistakable("海燕牌FC1782BU"))
  }

  @Test(arguments: ["海燕牌FC1782B0", "海燕FC1782BU", "海燕牌F1782BU", "海燕牌FC178BU", "海燕牌FC17820T", ""])
  func aModelThatMayBeAnotherIsMistakable(_ text: String) {
    #expect(!VehicleModel.isUnmistakable(text))
  }

  @Test func aSentenceOfTheLawThatLacksAMarkTellsOfOthersThatMayBeLost() {
    let whole = "养生保健服务（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"
    #expect(!Scope.hasLostMarks(whole))
    #expect(Scope.hasLostMarks(whole.replacing("，", with: "")))
    #expect(!Scope.isWhole(whole.replacing("，", with: "、")))
  }

  @Test func aScopeIsWhole() {
    #expect(Scope.isWhole("一般项目：家具销售；谷物种植（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）"))
    #expect(Scope.normalForm(of: "家具销售;谷物种植(不含)") == "家具销售；谷物种植（不含）")
  }

  @Test(arguments: [
    "家具销售；谷物种植", "家具销售（谷物种植", "家具销售，；谷物种植。", "一般项目.家具销售。", "家具销售）",
  ])
  func aTornScopeIsNot(_ text: String) { #expect(!Scope.isWhole(text)) }

  @Test(arguments: [
    "山东省潍坊市奎文区胜利东街1号", "山东省奎文区胜利东街1号", "潍坊市奎文区胜利东街1号", "北京市朝阳区建国路1号", "安徽省黄山市歙县徽城镇",
  ])
  func anAddressBeginsWithDivisionsThatLieInOneAnother(_ address: String) throws {
    let divisions = try DivisionCodes(contentsOf: models.appending(path: "codes/divisions.txt"))
    #expect(divisions.beginPath(address))
  }

  @Test(arguments: ["山东省南京市奎文区胜利东街1号", "东省潍坊市奎文区1号", "山东省", "胜利东街1号", ""])
  func otherAddressesDoNot(_ address: String) throws {
    let divisions = try DivisionCodes(contentsOf: models.appending(path: "codes/divisions.txt"))
    #expect(!divisions.beginPath(address))
  }

  @Test func anEntitysTypeIsOnTheListWhateverItsBrackets() throws {
    let kinds = try DocumentKinds.load(from: models)
    let known = KnownForm(codes: kinds.codes, divisions: kinds.divisions)
    let licence = try #require(kinds.kinds.first { $0.id == "business_licence" })
    let type = try #require(licence.fields.first { $0.name == "type" })
    #expect(known.holds("有限责任公司（自然人独资）", type))
    #expect(known.holds("有限责任公司(自然人独资)", type))
    #expect(!known.holds("有限责任公司(洎然人独资)", type))
    #expect(!known.holds(nil, type))
  }
}
