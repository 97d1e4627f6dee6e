import Cases
import Foundation
import Testing

/// Seals with time stamps, over HTTP, as a hall uses them.
@Suite struct TimestampTests {
  let folder: ScratchFolder
  let data: String

  init() throws {
    folder = try ScratchFolder()
    data = folder.path("data")
  }

  @Test func aCaseWaitsForItsTimeStampAndItsSealIsExtended() async throws {
    let record = try await approvableCase()
    let server = try await TimestampServer()

    // Nobody there, then somebody whom nobody trusts: the case stays open, and nothing is half-issued.
    let nobody = try await resume(record.id, ["KANHE_TSA_URL": "http://127.0.0.1:1/"])
    #expect(nobody.status == 15 && nobody.errors.contains("timestamp_unavailable"))
    let stranger = try await resume(record.id, ["KANHE_TSA_URL": server.url])
    #expect(stranger.status == 9 && stranger.errors.contains("timestamp_not_trusted"))
    let shown = try await kanhe(["case", "show", record.id, "--format", "json"]).output
    let waiting = try JSONDecoder().decode(CaseRecord.self, from: Data(shown.utf8))
    #expect(waiting.state == .open && waiting.result == nil)

    let ending = try await resume(record.id, server.settings)
    #expect(ending.status == 0, "\(ending.output) \(ending.errors)")
    let sealed = folder.path("out/\(record.id)/result.pdf")
    #expect(try await codes(sealed).contains("time_proved"))

    let list = try await server.revocationList()
    let short = try await extend(sealed, to: "lt", server.settings)
    #expect(short.status == 2 && short.errors.contains("revocation_data_missing"))
    for level in ["lt", "lta"] {
      let extended = try await extend(sealed, to: level, server.settings, "--crl", list)
      #expect(extended.status == 0, "\(extended.errors)")
      let found = try await codes(folder.path("\(level).pdf"))
      #expect(found.contains("not_revoked") && found.contains("time_proved"))
    }
    #expect(
      try URL(fileURLWithPath: folder.path("lta.pdf")).bytes.count
        > URL(fileURLWithPath: folder.path("lt.pdf")).bytes.count)
  }

  @Test(arguments: ["error", "redirect", "flood", "page"])
  func whatIsNoTimeStampIsNotTaken(answer: String) async throws {
    let record = try await approvableCase()
    let server = try await TimestampServer(answering: answer)

    let ending = try await resume(record.id, server.settings)

    #expect(
      ending.status == 15 && ending.errors.contains("timestamp_unavailable"),
      "\(answer): \(ending.errors)")
  }

  @Test(arguments: ["KANHE_TSA_URL=ftp://127.0.0.1/", "KANHE_TSA_TOKEN_BYTES=100"])
  func aSettingThatCannotBeIsAProblem(setting: String) async throws {
    let parts = setting.split(separator: "=").map(String.init)
    let ending = try await KanheProgram.run(
      ["case", "resume", "x", "--data", data], environment: [parts[0]: parts[1]])
    #expect(ending.status == 9 && ending.errors.contains("bad_settings"), "\(ending.errors)")
  }

  /// A case that only a wrong register kept from being approved, with the register corrected.
  private func approvableCase() async throws -> CaseRecord {
    let demo = try await DemoRun.shared()
    try FileManager.default.copyItem(atPath: demo.data.path, toPath: data)
    let register = KanheProgram.samples.appendingPathComponent("reference/retirees.csv")
    let corrected = try String(contentsOf: register, encoding: .utf8)
      .replacing(",在职,", with: ",退休,")
    let file = try folder.file("retirees.csv", Array(corrected.utf8))
    try #require(try await kanhe(["reference", "import", "retirees", file]).status == 0)
    return try demo.record(of: "03-medical-not-retired")
  }

  private func resume(
    _ id: String, _ environment: [String: String]
  ) async throws -> KanheProgram.Ending {
    try await kanhe(["case", "resume", id, "--out", folder.path("out")], environment)
  }

  private func extend(
    _ pdf: String, to level: String, _ environment: [String: String], _ more: String...
  ) async throws -> KanheProgram.Ending {
    try await kanhe(
      ["seal", "extend", pdf, "--level", level, "--out", folder.path("\(level).pdf")] + more,
      environment)
  }

  /// The reasons why a file is in force.
  private func codes(_ pdf: String) async throws -> [String] {
    let ending = try await kanhe(["verify", pdf, "--format", "json"])
    #expect(ending.status == 0, "\(ending.output)")
    let verdict = try JSONDecoder().decode(Verdict.self, from: Data(ending.output.utf8))
    return verdict.inForce.reasons.map(\.code)
  }

  private func kanhe(
    _ arguments: [String], _ environment: [String: String] = [:]
  ) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(arguments + ["--data", data], environment: environment)
  }
}
