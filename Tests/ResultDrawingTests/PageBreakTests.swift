import Cases
import Foundation
import ResultDrawing
import Testing

@Suite struct PageBreakTests {
  @Test func aLongTableKeepsItsHeadAndLosesNothing() throws {
    let rows = (1...60).map { ["\($0)", "材料\($0)号", "原件一份", "2026年12月7日"] }

    let pages = try pages("deferral", lists: ["missing": rows])

    #expect(pages.count >= 3)
    for page in pages.dropLast() { #expect(page.contains("补正期限"), "each page has the head") }
    let all = pages.joined()
    for number in 1...60 { #expect(all.contains("材料\(number)号")) }
  }

  @Test func aLongValueGoesOnOnTheNextPage() throws {
    let scope = String(repeating: "餐饮服务；食品销售；", count: 170)

    let pages = try pages("administrative_licence", values: ["business_item": scope])

    #expect(pages.count == 3)
    #expect(pages.joined().count { $0 == "销" } == 170)
    #expect(pages[0].contains("第 1 页，共 3 页"))
  }

  /// Whatever the length of the text: the signature is never alone on its page, a heading never at the foot of one.
  @Test func nothingStandsAlone() throws {
    let sentence = "经营场所现场核查时，消毒间面积不足。"

    for count in 1...40 {
      let reason = String(repeating: sentence, count: count)
      let pages = try pages("refusal", lists: ["reasons": [[reason], [reason]]])

      let last = try #require(pages.last)
      let text = last.prefix(while: { $0 != "2" })
      #expect(last.contains("2026年11月23日") && text.count > 30, "\(count): \(last)")
      for page in pages.dropLast() {
        let lines = page.split(separator: "\n").filter { !$0.contains("共") }
        #expect(lines.last?.contains("、法律依据") == false, "\(count)")
        #expect(lines.last?.contains("、救济途径") == false, "\(count)")
      }
    }
  }

  @Test func longNamesAndAddressesAreBroken() throws {
    let name = String(repeating: "云州市江畔餐饮管理服务", count: 8) + "有限公司"
    let address = String(repeating: "云州市临江区沿江大道168号江畔国际商务中心", count: 5)
    let latin = "Muhammad Abdulrahman-Alexandropoulos van der Westhuizen the Third"

    let pages = try pages(
      "administrative_licence",
      values: [
        "company_name": name, "premises_address": address, "legal_representative": latin,
      ])

    let all = pages.joined().filter { !$0.isWhitespace }
    #expect(all.contains(name) && all.contains(address))
    #expect(all.contains(latin.filter { !$0.isWhitespace }))
  }

  private func pages(
    _ id: String, values: [String: String] = [:], lists: [String: [[String]]] = [:]
  ) throws -> [String] {
    let drawn = try Sample.drawn(id, Sample.content(values: values, lists: lists))
    let scratch = try Scratch()
    let text = try Tool("pdftotext").output(scratch.write(drawn.pdf, as: "a.pdf"), "-")
    let pages = text.split(separator: "\u{0C}").map(String.init)
    #expect(pages.count == drawn.pageCount)
    #expect(drawn.sealPage == drawn.pageCount - 1)
    return pages
  }
}
