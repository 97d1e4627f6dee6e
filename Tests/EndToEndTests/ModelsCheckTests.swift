import Cases
import Foundation
import Testing

@testable import MainPath

/// `kanhe models check`, and what a template asks of the cases that it prints.
@Suite struct ModelsCheckTests {
  private let folder: ScratchFolder
  private let models: String

  init() throws {
    folder = try ScratchFolder()
    models = folder.path("Models")
    try FileManager.default.copyItem(atPath: KanheProgram.models.path, toPath: models)
  }

  private func replace(_ old: String, with new: String, in file: String) throws {
    let url = URL(fileURLWithPath: "\(models)/\(file)")
    let text = try String(contentsOf: url, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: url)
  }

  private func check() async throws -> KanheProgram.Ending {
    try await KanheProgram.run(["models", "check", "--models", models])
  }

  @Test func whatShipsIsSound() async throws {
    let ending = try await check()
    #expect(ending.status == 0, "\(ending.output) \(ending.errors)")
    let lines = ending.output.split(separator: "\n")
    #expect(lines.count { $0.contains("page(s)") } == 7, "each paper of three matters")
    #expect(!ending.output.contains("✗") && ending.output.contains("Tesseract 5"))
  }

  private static let faults = [
    ("templates/administrative_licence.yaml", "{business_item}", "{item}", "bad_model"),
    ("templates/administrative_licence.yaml", "{credit_code}", "{credit_code", "bad_model"),
    (
      "templates/subsidy_approval.yaml", "{bank_account|masked}", "{bank_account|mask}", "bad_model"
    ),
    ("templates/refusal.yaml", "{case_number}", "{file_number}", "missing_value"),
    (
      "matters/clean_heating_subsidy.yaml", "template: subsidy_approval", "template: no",
      "bad_model"
    ),
    ("pages/result.mustache", "{{", "{{{{#", "bad_model"),
  ]

  @Test(arguments: faults) func aFaultIsNamed(
    _ file: String, _ old: String, _ new: String, _ code: String
  ) async throws {
    try replace(old, with: new, in: file)
    let ending = try await check()
    #expect(ending.status != 0 && ending.output.contains(code), "\(ending.output)")
  }

  /// Once it would have been approved, and then nothing could be drawn; or a doubtful value would have been printed.
  @Test func whatTheResultPrintsMustBeSure() async throws {
    let data = folder.path("data")
    let demo = try await DemoRun.shared()
    try FileManager.default.copyItem(atPath: demo.data.path, toPath: data)
    let id = try demo.record(of: "03-medical-not-retired").id
    let register = KanheProgram.samples.appendingPathComponent("reference/retirees.csv")
    let corrected = try String(contentsOf: register, encoding: .utf8)
      .replacing(",在职,", with: ",退休,")
    let file = try folder.file("retirees.csv", Array(corrected.utf8))
    // given: a result with an entry that is not on the paper
    try replace(
      "  - name: apply_date",
      with: """
          - name: fax
            label_zh: 传真
            label_en: Fax
            type: phone
            labels: [传真]
            from: [application_form.fax]
          - name: apply_date
        """, in: "forms/medical_institution_change.yaml")
    try replace(
      "\"{new_institution}\"", with: "\"{new_institution}{fax}\"",
      in: "templates/medical_institution_change_result.yaml")
    let environment = ["KANHE_MODELS": models]
    // when: nothing else stands in the way
    for arguments in [["reference", "import", "retirees", file], ["case", "resume", id]] {
      _ = try await KanheProgram.run(arguments + ["--data", data], environment: environment)
    }
    // then
    let shown = try await KanheProgram.run(["case", "show", id, "--format", "json", "--data", data])
    let record = try JSONDecoder().decode(CaseRecord.self, from: Data(shown.output.utf8))
    #expect(record.state == .review && record.result == nil)
    #expect(record.decision?.reasons.map(\.code) == ["field_unreadable"])
  }
}

/// What comes after the last day of a notice is for a person.
@Suite struct OverdueNoticeTests {
  private static let end = Date(timeIntervalSince1970: 1_780_000_000)
  private static let approval = Decision(
    outcome: .approved, reasons: [], decidedBy: Decision.rule, decidedAt: "")

  private func outcome(after seconds: Double, confirmed: Double? = nil) -> Decision.Outcome {
    var record = CaseRecord(id: "c", matter: "m", state: .open, openedAt: "")
    record.notice = IssuedResult(
      number: "1", kindZh: "", kindEn: "", holderMasked: "", locator: "", pdfSHA256: "",
      pdfBytes: 0, issuedAt: "", expiresAt: Self.end.formatted(.iso8601),
      underTestAuthority: true)
    record.events =
      confirmed.map { seconds in
        [CaseEvent(at: (Self.end + seconds).formatted(.iso8601), by: "李敏", what: "confirmed")]
      } ?? []
    return Self.approval.unlessOverdue(record, at: Self.end + seconds).outcome
  }

  @Test func onlyAPersonApprovesWhatIsLate() {
    #expect(outcome(after: -5) == .approved)
    #expect(outcome(after: 5) == .review)
    #expect(outcome(after: 60, confirmed: -30) == .review)
    #expect(outcome(after: 60, confirmed: 30) == .approved)
  }

  @Test func withoutANoticeNothingIsLate() {
    let record = CaseRecord(id: "c", matter: "m", state: .open, openedAt: "")
    #expect(Self.approval.unlessOverdue(record, at: Self.end) == Self.approval)
  }
}
