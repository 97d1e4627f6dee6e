import Foundation
import Testing

/// Every refusal has an exit status, a code, a sentence in both languages; the next file goes on.
@Suite struct BadInputTests {
  let folder: ScratchFolder
  let idCard = KanheProgram.samples.appendingPathComponent("01-medical-approved/id-front.jpg")

  init() throws { folder = try ScratchFolder() }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let code: String
    let status: Int32
    var testDescription: String { code }
  }

  static let refusals = [
    Refusal(name: "empty.jpg", bytes: [], code: "empty_file", status: 2),
    Refusal(
      name: "text.jpg", bytes: Array("这不是图片 this is no picture\n".utf8), code: "unknown_format",
      status: 2),
    Refusal(
      name: "huge.png", bytes: SmallFiles.pngHeader(30_000, 30_000), code: "too_many_pixels",
      status: 2),
    Refusal(name: "nopages.pdf", bytes: SmallFiles.pdfWithoutPages, code: "no_pages", status: 2),
    Refusal(name: "blank.png", bytes: SmallFiles.blankPNG, code: "not_a_document", status: 2),
  ]

  @Test(arguments: refusals) func refusesAndGoesOn(_ refusal: Refusal) async throws {
    // given: a bad file before a good one
    let bad = try folder.file(refusal.name, refusal.bytes)
    // when
    let ending = try await KanheProgram.run(["extract", bad, idCard.path])
    // then
    let lines = ending.jsonLines
    try #require(lines.count == 2)
    let error = try #require(lines[0]["error"] as? [String: Any])
    #expect(error["code"] as? String == refusal.code)
    let message = try #require(error["message"] as? String)
    #expect(message.contains { $0.isASCII && $0.isLetter } && message.contains { !$0.isASCII })
    #expect(ending.errors.contains(refusal.code))
    #expect((lines[1]["documents"] as? [Any])?.count == 1)
    #expect(ending.status == refusal.status)
  }

  @Test func refusesATruncatedJPEG() async throws {
    let whole = Array(try Data(contentsOf: idCard))
    let cut = try folder.file("cut.jpg", Array(whole.prefix(whole.count / 2)))
    let ending = try await KanheProgram.run(["extract", cut])
    #expect(ending.status == 2)
    #expect(ending.errors.contains("truncated_image"))
  }

  @Test func refusesATruncatedPDF() async throws {
    let form = KanheProgram.samples.appendingPathComponent("01-medical-approved/form.pdf")
    let whole = Array(try Data(contentsOf: form))
    let cut = try folder.file("cut.pdf", Array(whole.prefix(whole.count / 2)))
    let ending = try await KanheProgram.run(["extract", cut])
    #expect(ending.status == 2)
    #expect(ending.errors.contains("truncated_pdf"))
  }

  @Test func refusesAnEncryptedPDF() async throws {
    let form = KanheProgram.samples.appendingPathComponent("01-medical-approved/form.pdf")
    let locked = folder.url.appendingPathComponent("locked.pdf")
    let qpdf = try Process.run(
      URL(fileURLWithPath: "/usr/bin/qpdf"),
      arguments: ["--encrypt", "user", "owner", "256", "--", form.path, locked.path])
    qpdf.waitUntilExit()
    try #require(qpdf.terminationStatus == 0)
    let ending = try await KanheProgram.run(["extract", locked.path])
    #expect(ending.status == 8)
    #expect(ending.errors.contains("encrypted_pdf"))
  }

  @Test func refusesAnUnknownKind() async throws {
    let ending = try await KanheProgram.run(["extract", idCard.path, "--kind", "library_card"])
    #expect(ending.status == 1)
    #expect(ending.errors.contains("unknown_kind"))
  }

  @Test func saysWhichLanguageModelIsMissing() async throws {
    let ending = try await KanheProgram.run(["extract", idCard.path, "--tessdata", folder.url.path])
    #expect(ending.status == 3)
    #expect(ending.errors.contains("missing_language"))
    #expect(ending.errors.contains("Scripts/install-libraries"))
  }

  @Test func refusesAMissingFile() async throws {
    let ending = try await KanheProgram.run(["extract", folder.url.path + "/nothing.jpg"])
    #expect(ending.status == 5)
    #expect(ending.errors.contains("unreadable_file"))
  }

  @Test func wrongArgumentsEndWithOne() async throws {
    #expect(try await KanheProgram.run(["extract"]).status == 1)
    #expect(try await KanheProgram.run(["--help"]).status == 0)
  }

  @Test func refusesAnUnwritableOutputFolder() async throws {
    // A file where the folder should be: root may write anywhere else.
    let blocked = try folder.file("out", [0])
    let ending = try await KanheProgram.run([
      "process", idCard.path, "--matter", "clean_heating_subsidy", "--data",
      folder.url.appendingPathComponent("data").path, "--out", blocked,
    ])
    #expect(ending.status == 5)
    #expect(ending.errors.contains("unwritable_output"))
  }
}
