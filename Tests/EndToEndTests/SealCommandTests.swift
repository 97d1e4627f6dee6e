import Foundation
import Testing

/// `kanhe seal`, `kanhe keys` and `kanhe result draw`, as a person runs them.
@Suite struct SealCommandTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func kanhe(_ arguments: String...) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(arguments + ["--data", "data"], in: folder.url)
  }

  @Test func aSealIsMadeUsedRotatedAndRetired() async throws {
    let content = #"""
      {"number": "云政函〔2026〕3号",
       "values": {"subject_name": "张三", "document_type": "护照", "document_number": "E00000000",
         "as_of": "2026-11-22", "purpose": "办理登记"},
       "lists": {"facts": [["姓名", "张𠮷"]]}}
      """#
    try Data(content.utf8).write(to: folder.url.appending(path: "content.json"))
    let made = try await kanhe(
      "keys", "make", "business", "--shape", "oval", "--organ", "云州市江畔餐饮有限公司", "--kind", "业务专用章")
    #expect(made.status == 0, "\(made.errors)")

    let drawn = try await KanheProgram.run(
      [
        "result", "draw", "certificate", "--content", "content.json", "--out", "drawn.pdf",
        "--data", "data", "--models", KanheProgram.models.path,
      ], in: folder.url)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let sealed = try await kanhe("seal", "drawn.pdf", "--seal", "business", "--out", "sealed.pdf")
    #expect(sealed.status == 0, "\(sealed.errors)")
    let verified = try await kanhe("verify", "sealed.pdf", "--format", "json")
    #expect(verified.status == 0, "\(verified.output)")
    let sealer = verified.jsonLines.first?["sealed_by"] as? [String: Any]
    #expect(sealer?["answer"] as? String == "test")

    #expect(try await kanhe("keys", "rotate", "business").status == 0)
    #expect(try await kanhe("keys", "retire", "business", "--reason", "superseded").status == 0)
    let refused = try await kanhe("seal", "drawn.pdf", "--seal", "business", "--out", "b.pdf")
    #expect(refused.status == 9 && refused.errors.contains("seal_not_valid"))
    let list = try await kanhe("keys", "list")
    #expect(list.output.contains("已停用 retired") && list.output.contains("default"))
    let log = try String(
      contentsOf: folder.url.appending(path: "data/seal-use.log"), encoding: .utf8)
    for entry in ["action=made", "case=sha256:", "action=rotated", "action=retired superseded"] {
      #expect(log.contains(entry), "\(entry)")
    }
    #expect(!log.contains("张"))
  }

  @Test func sealsOfTwoOnOneDocumentAreBothJudged() async throws {
    let form = KanheProgram.samples.appendingPathComponent("\(DemoRun.issuedSample)/form.pdf")
    #expect(try await kanhe("keys", "make", "second", "--organ", "云州市公安局").status == 0)

    let one = try await kanhe("seal", form.path, "--approve", "--out", "one.pdf")
    #expect(one.status == 0, "\(one.errors)")
    let two = try await kanhe(
      "seal", "one.pdf", "--approve", "--seal", "second", "--at", "60,60", "--out", "two.pdf")
    #expect(two.status == 0, "\(two.errors)")

    let verified = try await kanhe("verify", "two.pdf")
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.output.contains("云州市公安局") && verified.output.contains("2 个签名"))
    let bytes = try folder.url.appending(path: "two.pdf").bytes
    for change in VerifyTests.changes {
      let changed = try folder.file("changed.pdf", change.make(bytes))
      #expect(try await kanhe("verify", changed).status == 6, "\(change.name)")
    }
    // Whoever knows nobody is told that nothing can be said, and not that it is false.
    let stranger = try await KanheProgram.run(
      ["verify", "two.pdf", "--data", "nowhere"], in: folder.url)
    #expect(stranger.status == 7)
  }

  @Test func whatCannotBeSealedIsSaidInBothLanguages() async throws {
    try Data("%PDF-1.4\nno pdf\n%%EOF\n".utf8).write(to: folder.url.appending(path: "bad.pdf"))

    let damaged = try await kanhe("seal", "bad.pdf", "--out", "sealed.pdf")
    let unknown = try await kanhe("seal", "bad.pdf", "--seal", "nobody", "--out", "sealed.pdf")

    #expect(damaged.status == 2 && damaged.errors.contains("PDF"))
    #expect(unknown.status == 2 || unknown.status == 9)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "sealed.pdf").path))
  }
}
