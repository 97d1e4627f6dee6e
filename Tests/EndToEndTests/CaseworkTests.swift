import Cases
import Foundation
import Store
import Testing

/// A case that needs a person is no dead end.
@Suite struct CaseworkTests {
  let folder: ScratchFolder
  let data: String
  static let number = "370703197006140948"

  init() throws {
    folder = try ScratchFolder()
    data = folder.path("data")
  }

  /// The case of the smeared card in a data folder of its own, and what the program ended with.
  private func openCase() async throws -> CaseRecord {
    let demo = try await DemoRun.shared()
    try FileManager.default.copyItem(atPath: demo.data.path, toPath: data)
    return try demo.record(of: DemoRun.unreadableSample)
  }

  private func kanhe(_ arguments: String...) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(arguments + ["--data", data])
  }

  private func shown(_ id: String) async throws -> CaseRecord {
    let ending = try await kanhe("case", "show", id, "--format", "json")
    return try JSONDecoder().decode(CaseRecord.self, from: Data(ending.output.utf8))
  }

  @Test func theCaseIsListedAndShown() async throws {
    let record = try await openCase()
    let list = try await kanhe("case", "list", "--state", "review")
    #expect(list.status == 0 && list.output.contains(record.id))
    let lines = try await kanhe("case", "list", "--state", "review", "--format", "json").jsonLines
    #expect(lines.contains { $0["id"] as? String == record.id })
    #expect(lines.allSatisfy { $0["state"] as? String == "review" })
    let text = try await kanhe("case", "show", record.id)
    #expect(text.status == 0 && text.output.contains("resident_id_front.id_number"))
    #expect(try await shown(record.id) == record, "what was written is what is stored")
  }

  @Test func aCaseGoesOnOnceTheRegisterIsCorrected() async throws {
    // given: somebody who the register says still works
    let demo = try await DemoRun.shared()
    try FileManager.default.copyItem(atPath: demo.data.path, toPath: data)
    let before = try demo.record(of: "03-medical-not-retired")
    try #require(before.state == .review)
    // when: the register is corrected and the case taken up again
    let register = KanheProgram.samples.appendingPathComponent("reference/retirees.csv")
    let corrected = try String(contentsOf: register, encoding: .utf8)
      .replacing(",在职,", with: ",退休,")
    let file = try folder.file("retirees.csv", Array(corrected.utf8))
    try #require(try await kanhe("reference", "import", "retirees", file).status == 0)
    let ending = try await kanhe("case", "resume", before.id)
    // then
    #expect(ending.status == 0, "\(ending.output) \(ending.errors)")
    #expect(try await shown(before.id).state == .issued)
    #expect(try await kanhe("case", "resume", before.id).errors.contains("case_closed"))
  }

  @Test func whatWasReadIsWhatIsKept() async throws {
    let demo = try await DemoRun.shared()
    let record = try demo.record(of: DemoRun.issuedSample)
    let folder = try DataFolder.open(at: demo.data)
    let objects = ObjectStore(in: folder, of: try CaseStore(in: folder))
    for material in record.materials {
      let kept = try objects.get(try #require(material.sha256))
      let submitted = KanheProgram.samples
        .appendingPathComponent("\(DemoRun.issuedSample)/\(material.file)")
      #expect(try kept == submitted.bytes)
    }
  }

  @Test func aPersonConfirmsAndTheResultIsIssued() async throws {
    // given
    let before = try await openCase()
    // when
    let ending = try await kanhe(
      "case", "confirm", before.id, "resident_id_front.id_number=\(Self.number)", "--by", "张三",
      "--out", folder.path("out"))
    // then
    #expect(ending.status == 0, "\(ending.output) \(ending.errors)")
    let after = try await shown(before.id)
    #expect(after.state == .issued && after.decision?.outcome == .approved)
    let was = try #require(before.field("resident_id_front.id_number"))
    let now = try #require(after.field("resident_id_front.id_number"))
    #expect(now.source == .person && now.state == .accepted && now.value == Self.number)
    #expect(now.raw == was.raw && now.polygon == was.polygon)
    let confirmed = try #require(after.events.first { $0.what == "confirmed" })
    #expect(confirmed.by == "张三" && confirmed.detail == "resident_id_front.id_number")
    #expect(after.events.map(\.what).suffix(3) == ["confirmed", "decided", "issued"])
    let out = folder.url.appendingPathComponent("out/\(before.id)")
    #expect(out.names == ["code.png", "code.svg", "code.txt", "record.json", "result.pdf"])
    let pdf = out.appendingPathComponent("result.pdf")
    #expect(try await kanhe("verify", pdf.path).status == 0)

    // and: closed is closed, and what was issued can be had again, byte by byte
    let again = try await kanhe(
      "case", "confirm", before.id, "resident_id_front.name=甲", "--by", "李四")
    #expect(again.status == 1 && again.errors.contains("case_closed"))
    let rejected = try await kanhe("case", "reject", before.id, "--reason", "x", "--by", "李四")
    #expect(rejected.status == 1 && rejected.errors.contains("case_closed"))
    let export = try await kanhe("result", "export", before.id, "--out", folder.path("again"))
    #expect(export.status == 0)
    for name in out.names {
      let copy = folder.url.appendingPathComponent("again/\(before.id)/\(name)")
      #expect(try copy.bytes == out.appendingPathComponent(name).bytes, "\(name)")
    }
  }

  @Test func aWrongNumberIsNotApproved() async throws {
    let record = try await openCase()
    let ending = try await kanhe(
      "case", "confirm", record.id, "resident_id_front.id_number=370703197006140000", "--by", "张三")
    #expect(ending.status == 4)
    #expect(try await shown(record.id).state == .review)
  }

  @Test(arguments: [
    ("resident_id_front.shoe_size=43", "no_such_field"), ("nonsense=1", "no_such_field"),
    ("resident_id_front.id_number=", "empty_value"), ("resident_id_front.id_number", "kind.field"),
  ])
  func whatCannotBeConfirmedChangesNothing(_ field: String, _ said: String) async throws {
    let record = try await openCase()
    let ending = try await kanhe("case", "confirm", record.id, field, "--by", "张三")
    #expect(ending.status == 1 && ending.errors.contains(said), "\(ending.errors)")
    #expect(try await shown(record.id) == record)
  }

  @Test func aPersonRefusesWithReasonAndRemedies() async throws {
    let record = try await openCase()
    let nameless = try await kanhe("case", "reject", record.id, "--by", "李四")
    #expect(nameless.status == 1, "a refusal needs its reason")
    let ending = try await kanhe(
      "case", "reject", record.id, "--reason", "材料与本人不符", "--by", "李四")
    #expect(ending.status == 0, "\(ending.errors)")
    let after = try await shown(record.id)
    let decision = try #require(after.decision)
    #expect(decision.outcome == .refused && decision.decidedBy == "李四")
    #expect(decision.reasons.contains { $0.zh.contains("材料与本人不符") })
    #expect(decision.reasons.contains { $0.zh.contains("行政复议") && $0.zh.contains("行政诉讼") })
    #expect(after.events.map(\.what).suffix(2) == ["rejected", "issued"])
    #expect(after.events.contains { $0.what == "rejected" && $0.by == "李四" })
  }

  @Test func aRevokedResultIsRevokedForEverybody() async throws {
    // given
    _ = try await openCase()
    let issued = try await DemoRun.shared().record(of: DemoRun.issuedSample)
    let locator = try #require(issued.result?.locator)
    let store = try CaseStore(
      in: try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true)))
    #expect(try store.publicRecord(locator)?.status == .valid)
    // when
    #expect(try await kanhe("result", "revoke", issued.id, "--reason", "spite").status == 1)
    let ending = try await kanhe(
      "result", "revoke", issued.id, "--reason", "issued_in_error", "--by", "王五")
    // then
    #expect(ending.status == 0, "\(ending.errors)")
    let published = try #require(try store.publicRecord(locator))
    #expect(published.status == .revoked && published.revocationReason == .issuedInError)
    #expect(published.revokedAt != nil)
    let event = try #require(try await shown(issued.id).events.last)
    #expect(event.what == "revoked" && event.by == "王五")
  }

  @Test func anUnknownCaseIsSaidSo() async throws {
    _ = try await openCase()
    for arguments in [
      ["case", "show", "none"], ["result", "export", "none", "--out", data + "-o"],
    ] {
      let ending = try await KanheProgram.run(arguments + ["--data", data])
      #expect(ending.status == 1 && ending.errors.contains("no_such_case"), "\(ending.errors)")
    }
  }
}
