import Cases
import Foundation
import Testing

/// A case with a signed form, from its papers to its end.
@Suite struct SignedCaseTests {
  private let folder: ScratchFolder
  private let data: String
  private let sample = KanheProgram.samples.appendingPathComponent(DemoRun.issuedSample)

  init() async throws {
    folder = try ScratchFolder()
    data = folder.path("data")
    try FileManager.default.copyItem(
      atPath: try await DemoRun.shared().data.path, toPath: data)
  }

  @Test func anIntactOneIsIssuedAndTold() async throws {
    let record = try await process(form: try await sealedForm(), status: 0)

    #expect(record.state == .issued)
    let verdict = try #require(record.materials.compactMap(\.verification).first)
    #expect(verdict.summary == .genuine && verdict.sealedBy.answer == .test)
    let shown = try await kanhe("case", "show", record.id)
    #expect(shown.output.contains("签署后未被改动") && shown.output.contains("a test"))
  }

  @Test(arguments: Tampering.allCases)
  func anAlteredOneGoesToAPerson(_ tampering: Tampering) async throws {
    let altered = try tampering.on(try await sealedForm())
    let record = try await process(form: altered, status: 4)

    #expect(record.state == .review)
    let reason = try #require(record.decision?.reasons.first { $0.code == "file_altered" })
    #expect(reason.zh.contains("form.pdf") && reason.en.contains("was altered after it was signed"))
    #expect(record.materials.count == 3, "nothing is lost")
    let form = try #require(record.documents.first { $0.kind == "application_form" })
    #expect(
      form.fields.values.contains { $0.value != nil && $0.stateAsRead ?? $0.state == .review })
    let shown = try await kanhe("case", "show", record.id)
    #expect(shown.output.contains("签署后被改动") && shown.output.contains("altered since"))
  }

  @Test func aServiceTellsItOverHTTP() async throws {
    let sealed = try await sealedForm()
    let service = try await KanheService(data: data)
    for (bytes, summary) in [
      (sealed, Verdict.Summary.genuine), (try Tampering.oneByte.on(sealed), .notGenuine),
    ] {
      let answer = try await service.client.post(bytes)
      let reading = try JSONDecoder().decode(FileReading.self, from: Data(answer.body))
      #expect(reading.verification?.summary == summary)
      let text = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
      let verdict = text?["verification"] as? [String: Any]
      #expect(verdict?["verdict"] as? String == summary.rawValue)
    }
    _ = try await service.terminate()
  }

  private func sealedForm() async throws -> [UInt8] {
    let sealed = folder.path("sealed.pdf")
    let form = sample.appendingPathComponent("form.pdf").path
    let ending = try await kanhe("seal", form, "--approve", "--out", sealed)
    try #require(ending.status == 0, "\(ending.errors)")
    return try URL(fileURLWithPath: sealed).bytes
  }

  private func process(form: [UInt8], status: Int32) async throws -> CaseRecord {
    let cards = ["id-front.jpg", "id-back.jpg"].map { sample.appendingPathComponent($0).path }
    let papers = cards + [try folder.file("form.pdf", form)]
    let ending = try await kanhe(
      ["process"] + papers
        + ["--matter", "clean_heating_subsidy", "--out", folder.path("out")])
    #expect(ending.status == status, "\(ending.output) \(ending.errors)")
    let out = URL(fileURLWithPath: folder.path("out"))
    let record = out.appendingPathComponent("\(try #require(out.names.first))/record.json")
    return try JSONDecoder().decode(CaseRecord.self, from: Data(contentsOf: record))
  }

  private func kanhe(_ arguments: String...) async throws -> KanheProgram.Ending {
    try await kanhe(arguments)
  }

  private func kanhe(_ arguments: [String]) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(arguments + ["--data", data])
  }
}
