import Cases
import Foundation
import Testing
import Verification

/// `kanhe verify` on a result, as its holder has it.
@Suite struct VerifyTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func verify(_ subject: String, _ options: String...) async throws -> KanheProgram.Ending {
    // A folder without `kanhe-data`: nobody is believed but whom the options name.
    try await KanheProgram.run(
      ["verify", subject, "--format", "json"] + options, in: folder.url)
  }

  private func result(_ name: String) async throws -> URL {
    try await DemoRun.shared().file(name, of: DemoRun.issuedSample)
  }

  @Test(arguments: ["result.pdf", "code.png", "code.txt"])
  func aResultIsGenuineAndCalledATest(_ name: String) async throws {
    let data = try await DemoRun.shared().data.path
    let ending = try await verify(try await result(name).path, "--data", data)
    #expect(ending.status == 0, "\(ending.errors)")
    let verdict = try #require(ending.jsonLines.first)
    #expect(verdict["verdict"] as? String == "genuine")
    #expect(answer(verdict, "unaltered") == "yes" && answer(verdict, "in_force") == "yes")
    #expect(answer(verdict, "sealed_by") == "test", "a test authority is never called trusted")
    for key in ["unaltered", "sealed_by", "in_force"] {
      let reasons = (verdict[key] as? [String: Any])?["reasons"] as? [[String: String]]
      #expect(reasons?.isEmpty == false && reasons?.allSatisfy { $0.count == 3 } == true)
    }
    #expect((verdict["sealed_by"] as? [String: Any])?["subject"] is String)
  }

  @Test func theTextOfACodeIsEnough() async throws {
    let text = String(decoding: try await result("code.txt").bytes, as: UTF8.self)
    let data = try await DemoRun.shared().data.path
    let ending = try await verify(
      text.trimmingCharacters(in: .whitespacesAndNewlines), "--data", data)
    #expect(ending.status == 0, "\(ending.errors)")
    let claims = try #require(ending.jsonLines.first?["claims"] as? [String: String])
    let pdf = try await result("result.pdf").bytes
    #expect(claims["pdf_bytes"] == "\(pdf.count)" && claims["holder"]?.contains("*") == true)
  }

  @Test func peopleReadThatItIsATest() async throws {
    let ending = try await KanheProgram.run([
      "verify", try await result("result.pdf").path, "--data", try await DemoRun.shared().data.path,
    ])
    #expect(ending.output.contains("真实 genuine") && ending.output.contains("测试印章，不具法律效力"))
    #expect(!ending.output.contains("trusted"))
  }

  @Test(arguments: ["result.pdf", "code.png"])
  func whoTrustsNobodyCannotTell(_ name: String) async throws {
    let ending = try await verify(try await result(name).path)
    #expect(ending.status == 7)
    let verdict = try #require(ending.jsonLines.first)
    #expect(verdict["verdict"] as? String == "undecided")
    #expect(answer(verdict, "sealed_by") == "unknown")
    #expect(folder.url.names.isEmpty, "verifying makes no data folder")
  }

  @Test func anotherHallIsNotBelieved() async throws {
    let other = folder.path("other")
    let made = try await KanheProgram.run([
      "keys", "export-trust", "--out", folder.path("trust.json"), "--data", other,
    ])
    try #require(made.status == 0, "\(made.errors)")
    let pdf = try await result("result.pdf").path
    #expect(try await verify(pdf, "--data", other).status == 7)
    #expect(try await verify(pdf, "--trust", folder.path("trust.json")).status == 7)
  }

  @Test func exportedTrustIsEnoughAndHoldsNoSecret() async throws {
    let demo = try await DemoRun.shared()
    let data = folder.path("data")
    try FileManager.default.copyItem(atPath: demo.data.path, toPath: data)
    let trust = folder.path("trust.json")
    let made = try await KanheProgram.run(["keys", "export-trust", "--out", trust, "--data", data])
    try #require(made.status == 0, "\(made.errors)")
    #expect(try await verify(try await result("result.pdf").path, "--trust", trust).status == 0)
    let text = String(decoding: try URL(fileURLWithPath: trust).bytes, as: UTF8.self)
    #expect(!text.contains("PRIVATE"))
  }

  @Test func everyByteCounts() async throws {
    // given
    let whole = try await result("result.pdf").bytes
    let trust = try TrustStore.load(dataFolder: try await DemoRun.shared().data)
    try #require(await PDFVerifier.judge(whole, trust: trust).summary == .genuine)
    var random = SeededRandom(20_261_123)
    for _ in 0..<40 {
      // when
      let place = Int.random(in: 0..<whole.count, using: &random)
      var bytes = whole
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      // then
      let verdict = await PDFVerifier.judge(bytes, trust: trust)
      #expect(verdict.exit == .notGenuine, "byte \(place) of \(whole.count)")
    }
  }

  struct Change: CustomTestStringConvertible, Sendable {
    let name: String
    let make: @Sendable ([UInt8]) -> [UInt8]
    var testDescription: String { name }
  }

  static let changes = [
    Change(name: "the first byte") { [$0[0] ^ 1] + $0.dropFirst() },
    Change(name: "a byte of a page") { flipped($0, at: 2_000) },
    Change(name: "a byte of the seal") { flipped($0, at: $0.count - 3_000) },
    Change(name: "the last byte") { flipped($0, at: $0.count - 1) },
    Change(name: "a byte before it") { [0x20] + $0 },
    Change(name: "a byte after it") { $0 + [0x0A] },
    Change(name: "cut in half") { Array($0.prefix($0.count / 2)) },
    Change(name: "its last byte cut") { $0.dropLast() },
  ]

  @Test(arguments: changes) func aChangedFileIsNotGenuine(_ change: Change) async throws {
    let changed = try folder.file("a.pdf", change.make(try await result("result.pdf").bytes))
    let data = try await DemoRun.shared().data.path
    let ending = try await verify(changed, "--data", data)
    #expect(ending.status == 6, "\(ending.output) \(ending.errors)")
    #expect(ending.jsonLines.first?["verdict"] as? String == "not_genuine")
  }

  @Test func aPDFWithoutASealIsNotGenuine() async throws {
    let form = KanheProgram.samples.appendingPathComponent("\(DemoRun.issuedSample)/form.pdf")
    let ending = try await verify(form.path)
    #expect(ending.status == 6)
    #expect(ending.jsonLines.first.map { answer($0, "sealed_by") } == "nobody")
  }

  @Test func whatIsNoResultIsSaidSo() async throws {
    let card = KanheProgram.samples
      .appendingPathComponent("\(DemoRun.issuedSample)/id-front.jpg").path
    let text = try folder.file("a.txt", Array("勘合 kanhe\n".utf8))
    for subject in [card, text, folder.path("nothing.pdf"), "https://example.org/", "", "1"] {
      let ending = try await verify(subject)
      #expect(ending.status == 2, "\(subject) \(ending.output)")
      #expect(ending.output.isEmpty && ending.errors.contains { !$0.isASCII })
    }
  }

  @Test func theCodeOnThePageLeadsToTheRecordOnly() async throws {
    // given: the page as a printer or a screen shows it
    let page = folder.path("page")
    let drawn = try await KanheProgram.run(
      URL(fileURLWithPath: "/usr/bin/pdftoppm"),
      ["-r", "150", "-png", "-singlefile", try await result("result.pdf").path, page])
    try #require(drawn.status == 0)
    // when
    let ending = try await verify(
      page + ".png", "--data", try await DemoRun.shared().data.path)
    // then: a pointer code cannot be judged without its record
    #expect(ending.status == 7, "\(ending.output) \(ending.errors)")
    #expect(ending.output.contains("record_not_in_code"))
  }

  /// A true code can be printed on a false paper: a page without a seal is never called genuine for its code's sake.
  @Test func aGenuineCodeMakesNoPageGenuine() async throws {
    let page = folder.path("page.pdf")
    let made = try await KanheProgram.run(
      URL(fileURLWithPath: "/usr/bin/tesseract"),
      [try await result("code.png").path, folder.path("page"), "-l", "eng", "pdf"])
    try #require(made.status == 0, "\(made.errors)")

    let ending = try await verify(page, "--data", try await DemoRun.shared().data.path)

    #expect(ending.status == 7, "\(ending.output) \(ending.errors)")
    #expect(ending.output.contains("page_not_covered"))
    let claims = ending.jsonLines.first?["claims"] as? [String: String]
    #expect(claims?["holder"]?.contains("*") == true)
  }

  @Test func aTrustFileThatIsNotThereIsAFaultOfTheSettings() async throws {
    let ending = try await verify(
      try await result("result.pdf").path, "--trust", folder.path("nothing.json"))
    #expect(ending.status == 9 && ending.errors.contains("bad_trust_file"))
  }

  @Test func othersReadTheSealAndTheCode() async throws {
    let seal = try await KanheProgram.run(
      URL(fileURLWithPath: "/usr/bin/pdfsig"),
      ["-nocert", try await result("result.pdf").path])
    #expect(seal.output.contains("Signature is Valid"))
    #expect(seal.output.contains("Total document signed"))
    #expect(seal.output.contains("ETSI.CAdES.detached"))
    let code = try await KanheProgram.run(
      URL(fileURLWithPath: "/usr/bin/zbarimg"),
      ["-q", "--raw", "--nodbus", try await result("code.png").path])
    #expect(try await Array(code.output.utf8) == result("code.txt").bytes)
  }

  private func answer(_ verdict: [String: Any], _ key: String) -> String? {
    (verdict[key] as? [String: Any])?["answer"] as? String
  }
}

private func flipped(_ bytes: [UInt8], at place: Int) -> [UInt8] {
  var bytes = bytes
  bytes[place] ^= 1
  return bytes
}

/// SplitMix64: the same places every time.
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
