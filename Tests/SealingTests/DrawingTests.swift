import Cases
import Foundation
import ResultDrawing
import Testing

@Suite struct DrawingTests {
  @Test func textCanBeCopied() throws {
    let hall = try Hall()

    let file = try hall.write(drawnSample().pdf, as: "drawn.pdf")

    let text = try Tool(path: "/usr/bin/pdftotext").output("-layout", file, "-")
    for printed in [
      "测试印章，不具法律效力 / Test seal, no legal effect", "云州市政务服务管理局（测试）", "行政许可决定书",
      "云政许字〔2026〕第0001号", "云州市江畔餐饮有限公司", "91110000MA0012345X", "2030年11月22日", "2026年11月23日",
    ] { #expect(text.contains(printed), "\(printed)") }
  }

  @Test func sameContentGivesSameBytes() throws {
    #expect(try drawnSample().pdf == drawnSample().pdf)
  }

  @Test func onePageIsSmall() throws {
    let drawn = try drawnSample()

    #expect(drawn.pageCount == 1)
    #expect(drawn.pdf.count < 150_000)
  }

  @Test func aTrustedSealHasNoTestNotice() throws {
    let hall = try Hall()

    let file = try hall.write(drawnSample(sampleContent(test: false)).pdf, as: "drawn.pdf")

    #expect(try !Tool(path: "/usr/bin/pdftotext").output(file, "-").contains("Test seal"))
  }

  @Test func longContentFlowsToTheNextPage() throws {
    let hall = try Hall()
    let scope = String(repeating: "餐饮服务；食品销售；", count: 150)

    let drawn = try drawnSample(sampleContent(rows: [.init(label: "经营范围", value: scope)]))

    #expect(drawn.pageCount == 3)
    #expect(drawn.sealPage == 2)
    let text = try Tool(path: "/usr/bin/pdftotext").output(
      hall.write(drawn.pdf, as: "long.pdf"), "-")
    #expect(text.replacing("\n", with: "").contains("第 1 页，共 3 页"))
    #expect(text.count { $0 == "销" } == 150)
  }

  @Test func aCharacterWithoutGlyphIsAProblem() throws {
    let content = sampleContent(values: ["legal_representative": "张\u{2B740}"])

    let problem = #expect(throws: Problem.self) { try drawnSample(content) }

    #expect(problem?.code == "missing_glyph")
    #expect(problem?.en.contains("U+2B740") == true)
  }

  @Test func aRareCharacterThatTheFontHasIsDrawn() throws {
    let hall = try Hall()
    let content = sampleContent(values: ["legal_representative": "邝犇燚"])

    let file = try hall.write(drawnSample(content).pdf, as: "rare.pdf")

    #expect(try Tool(path: "/usr/bin/pdftotext").output(file, "-").contains("邝犇燚"))
  }

  @Test func aMissingValueIsAProblemAndAnOptionalOneIsLeftOut() throws {
    var content = sampleContent()
    content.values["valid_until"] = nil
    #expect(try drawnSample(content).pageCount == 1)
    content.values["credit_code"] = nil

    let problem = #expect(throws: Problem.self) { try drawnSample(content) }

    #expect(problem?.code == "missing_value")
  }

  @Test(arguments: [
    "administrative_licence", "medical_institution_change_result", "subsidy_approval",
  ])
  func everyTemplateDraws(id: String) throws {
    let hall = try Hall()
    let content = sampleContent(values: [
      "applicant_name": "张三", "id_number": "110101199003074477", "new_institution": "云州市第二社区卫生服务中心",
      "address": "云州市沿江大道168号", "bank_account": "6222020000000000123",
    ])

    let drawn = try ResultDrawing.draw(.load(id, from: templates), content)

    #expect(drawn.pageCount == 1)
    let text = try Tool(path: "/usr/bin/pdftotext").output(
      hall.write(drawn.pdf, as: "\(id).pdf"), "-")
    #expect(!text.contains("110101199003074477"))
    #expect(!text.contains("{"))
  }

  @Test func anUnknownTemplateIsAProblem() {
    let problem = #expect(throws: Problem.self) {
      try ResultTemplate.load("nothing", from: templates)
    }

    #expect(problem?.code == "bad_model")
  }
}
