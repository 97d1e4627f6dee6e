import Cases
import Foundation
import ResultDrawing
import Testing

@Suite struct DrawingTests {
  @Test func sameContentGivesSameBytes() throws {
    #expect(try Sample.drawn().pdf == Sample.drawn().pdf)
  }

  @Test func aTrustedSealHasNoTestNotice() throws {
    let test = try text(of: Sample.drawn())
    let trusted = try text(of: Sample.drawn("administrative_licence", Sample.content(test: false)))

    #expect(test.contains("测试印章，不具法律效力 / Test seal, no legal effect"))
    #expect(!trusted.contains("Test seal"))
  }

  @Test func everyCharacterOfTheRepertoireIsReadBack() throws {
    // Each of 通用规范汉字表 levels one and two is within these blocks or is rare and stands in below.
    let common = (0x4E00...0x9FA5).compactMap(Unicode.Scalar.init).filter { $0.value % 7 == 0 }
    let all = String(String.UnicodeScalarView(common))

    for face in [Face.serif, .sans] {
      let printed = try printed(all, face)
      #expect(printed.filter { !$0.isWhitespace }.contains(all))
    }
  }

  @Test(arguments: [Face.serif, .sans])
  func rareCharactersStandIn(face: Face) throws {
    let rare = "𠮷\u{2B740}㐂\u{9FA6}龘\u{20BB7}\u{2CD02}"

    let content = Sample.content(values: ["legal_representative": rare])
    var template = try ResultTemplate.load("administrative_licence", from: templates)
    template.face = face
    let drawn = try ResultDrawing.draw(template, content)

    #expect(try text(of: drawn).contains(rare))
    #expect(drawn.standIns.values.joined().contains("U+2B740"))
  }

  @Test func aCharacterThatNoFontHasIsAProblem() throws {
    let content = Sample.content(values: ["legal_representative": "张\u{31350}"])

    let problem = #expect(throws: Problem.self) {
      try Sample.drawn("administrative_licence", content)
    }

    #expect(problem?.code == "missing_glyph")
    #expect(problem?.en.contains("U+31350") == true)
  }

  @Test func aMissingValueIsAProblemAndAnOptionalOneIsLeftOut() throws {
    var content = Sample.content()
    content.values["valid_until"] = nil
    #expect(try Sample.drawn("administrative_licence", content).pageCount == 1)
    content.values["credit_code"] = nil

    let problem = #expect(throws: Problem.self) {
      try Sample.drawn("administrative_licence", content)
    }

    #expect(problem?.code == "missing_value")
  }

  @Test func anUnknownTemplateIsAProblem() {
    let problem = #expect(throws: Problem.self) {
      try ResultTemplate.load("nothing", from: templates)
    }

    #expect(problem?.code == "bad_model")
  }

  private func text(of drawn: DrawnResult) throws -> String {
    let scratch = try Scratch()
    return try Tool("pdftotext").output(scratch.write(drawn.pdf, as: "drawn.pdf"), "-")
  }

  private func printed(_ text: String, _ face: Face) throws -> String {
    var template = try ResultTemplate.load("administrative_licence", from: templates)
    template.face = face
    template.body = [.note("{long}")]
    let content = Sample.content(values: ["long": text])
    return try self.text(of: ResultDrawing.draw(template, content))
      .replacing(/第 \d+ 页，共 \d+ 页/, with: "").replacing("\u{0C}", with: "")
  }
}
