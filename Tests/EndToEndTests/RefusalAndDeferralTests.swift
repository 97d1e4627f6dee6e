import Cases
import Foundation
import Store
import Testing

/// Refusals and notices of what is outstanding are results like others: sealed, coded, logged, handed over.
@Suite struct RefusalAndDeferralTests {
  private let folder: ScratchFolder
  private let data: String
  private static let licence = KanheProgram.samples.appendingPathComponent(
    "04-public-place-approved")

  init() async throws {
    folder = try ScratchFolder()
    data = folder.path("data")
    try FileManager.default.copyItem(atPath: try await DemoRun.shared().data.path, toPath: data)
  }

  private func kanhe(_ arguments: String..., models: String? = nil) async throws
    -> KanheProgram.Ending
  {
    try await KanheProgram.run(
      arguments + ["--data", data], environment: models.map { ["KANHE_MODELS": $0] } ?? [:])
  }

  private func shown(_ id: String) async throws -> CaseRecord {
    let ending = try await kanhe("case", "show", id, "--format", "json")
    return try JSONDecoder().decode(CaseRecord.self, from: Data(ending.output.utf8))
  }

  private func text(of file: String) async throws -> String {
    let program = URL(fileURLWithPath: "/usr/bin/pdftotext")
    return try await KanheProgram.run(program, ["-layout", file, "-"]).output
  }

  private func isGenuine(_ subject: String) async throws -> Bool {
    try await kanhe("verify", subject).status == 0
  }

  private func logEntries() async throws -> Int {
    let ending = try await kanhe("fsck", "--format", "json")
    let check = try JSONDecoder().decode(StoreCheck.self, from: Data(ending.output.utf8))
    #expect(check.isSound, "\(check)")
    return check.log.entries
  }

  @Test func anOfficersRefusalIsSealed() async throws {
    let id = try await DemoRun.shared().record(of: DemoRun.unreadableSample).id
    let before = try await logEntries()
    // when
    let ending = try await kanhe(
      "case", "reject", id, "--reason", "材料与本人不符。", "--reason", "号码无法辨认。", "--by", "李敏",
      "--out", folder.path("out"))
    // then
    #expect(ending.status == 0, "\(ending.output) \(ending.errors)")
    #expect(ending.output.contains("不予办理告知书"))
    let record = try await shown(id)
    #expect(record.state == .rejected)
    #expect(record.result?.kindZh == "不予办理告知书")
    #expect(record.result?.number.hasPrefix("云采暖不补〔") == true)
    #expect(try await logEntries() == before + 1)
    let pdf = folder.path("out/\(id)/result.pdf")
    let code = folder.path("out/\(id)/code.png")
    #expect(try await isGenuine(pdf))
    #expect(try await isGenuine(code))
    let text = try await text(of: pdf)
    for words in [
      "不予办理告知书", "1．材料与本人不符。", "2．号码无法辨认。", "本决定由李敏审查作出", "六十日", "六个月", id,
    ] {
      #expect(text.contains(words), "\(words)")
    }
    // and: the public page knows it
    let service = try await KanheService(data: data)
    let locator = try #require(record.result?.locator)
    let page = try await service.client.get("/q/\(locator)")
    #expect(page.status == 200 && page.text.contains("不予办理告知书"))
    let result = try await service.client.get("/v1/cases/\(id)/result")
    #expect(result.body == (try URL(fileURLWithPath: pdf).bytes))
    _ = try await service.terminate()
    // and: it is the end
    let again = try await kanhe("case", "reject", id, "--reason", "x", "--by", "李敏")
    #expect(again.status == 1 && again.errors.contains("case_closed"))
  }

  /// The number of a paper that was sealed and not issued is void, and the case is refused once.
  @Test(arguments: ["numbered", "sealed", "worked"])
  func deathWhileRefusingCostsNothing(_ step: String) async throws {
    let id = try await DemoRun.shared().record(of: DemoRun.unreadableSample).id
    let before = try await logEntries()
    let dead = try await KanheProgram.run(
      ["case", "reject", id, "--reason", "材料不实。", "--by", "李敏", "--data", data],
      environment: ["KANHE_DIE_AT": "\(step):1"])
    #expect(dead.status != 0)
    #expect(try await shown(id).state == .open)
    // when
    let resumed = try await kanhe("case", "resume", id)
    // then
    #expect(resumed.status == 0, "\(resumed.output) \(resumed.errors)")
    let record = try await shown(id)
    #expect(record.state == .rejected && record.decision?.decidedBy == "李敏")
    #expect(try await logEntries() == before + 1)
  }

  @Test func anOfficerTakesACaseInAndItEndsWithItsLicence() async throws {
    // given: a licence without the identity card
    let files = ["form.pdf", "licence.jpg"].map { Self.licence.appendingPathComponent($0).path }
    let first = try await kanhe(
      "process", files[0], files[1], "--matter", "public_place_health_licence")
    #expect(first.status == 4 && first.output.contains("kanhe case defer") == false)
    #expect(first.output.contains("可以容缺"))
    let list = try await kanhe("case", "list", "--state", "review", "--format", "json").jsonLines
    let id = try #require(list.first?["id"] as? String)
    // when: an officer takes it in
    let taken = try await kanhe(
      "case", "defer", id, "--by", "李敏", "--out", folder.path("out"))
    // then
    #expect(taken.status == 0, "\(taken.output) \(taken.errors)")
    let deferred = try await shown(id)
    #expect(deferred.state == .deferred && deferred.result == nil)
    #expect(deferred.notice?.kindZh == "容缺受理通知书")
    #expect(deferred.events.map(\.what).suffix(2) == ["deferred", "notice_issued"])
    let pdf = folder.path("out/\(id)/notice.pdf")
    #expect(try await isGenuine(pdf))
    #expect(try await isGenuine(folder.path("out/\(id)/notice-code.png")))
    let text = try await text(of: pdf)
    for words in ["容缺受理通知书", "法定代表人居民身份证", "原件扫描件一份", id] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try await kanhe("case", "defer", id, "--by", "李敏").errors.contains("notice_issued"))

    // when: what was outstanding comes
    let added = try await kanhe(
      "case", "add", id, Self.licence.appendingPathComponent("id-front.jpg").path, "--out",
      folder.path("out"))
    // then
    #expect(added.status == 0, "\(added.output) \(added.errors)")
    let record = try await shown(id)
    #expect(record.state == .issued && record.decision?.outcome == .approved)
    #expect(record.notice == deferred.notice && record.result?.kindZh == "公共场所卫生许可决定书")
    #expect(try await isGenuine(folder.path("out/\(id)/result.pdf")))
    _ = try await logEntries()
  }

  /// Over HTTP, and by rule: the matter takes an entry of the form for the applicant's promise.
  @Test func aPromiseIsTakenInByRule() async throws {
    let models = folder.path("models")
    try FileManager.default.copyItem(atPath: KanheProgram.models.path, toPath: models)
    let matter = URL(fileURLWithPath: "\(models)/matters/public_place_health_licence.yaml")
    let promise = """
        promise:
          value: application_form.phone
          test: "!="
          constant: 无
          reason_zh: 未书面承诺。
          reason_en: No promise in writing.
        days: 20
      """
    try String(contentsOf: matter, encoding: .utf8)
      .replacing("  days: 20\n", with: promise + "\n")
      .write(to: matter, atomically: true, encoding: .utf8)
    let service = try await KanheService(data: data, environment: ["KANHE_MODELS": models])
    let application = Applications.Application(
      key: "k", matter: "public_place_health_licence",
      files: try ["form.pdf", "licence.jpg"].map {
        ($0, try Self.licence.appendingPathComponent($0).bytes)
      })
    // when
    let id = try #require(await application.post(to: service.client))
    let deferred = try await settled(id, service)
    // then
    #expect(deferred.state == .deferred && deferred.decision?.decidedBy == "rule")
    let notice = try await service.client.get("/v1/cases/\(id)/notice")
    #expect(notice.status == 200 && notice.body.starts(with: Array("%PDF".utf8)))
    let code = try await service.client.get("/v1/cases/\(id)/notice/code")
    #expect(try await isGenuine(code.text))
    #expect(try await service.client.get("/v1/cases/\(id)/result").status == 404)

    // when: the card comes, and the notice was fetched
    let gone = try await service.client.send(
      "DELETE", "/v1/cases/\(id)/notice", headers: [:], body: [])
    #expect(gone.status == 204)
    let rest = Applications.Application(
      key: "l", matter: nil,
      files: [("id-front.jpg", try Self.licence.appendingPathComponent("id-front.jpg").bytes)])
    #expect(try await rest.answer(of: service.client, to: "/v1/cases/\(id)/papers").status == 202)
    // then
    let record = try await settled(id, service)
    #expect(record.state == .issued)
    #expect(try await service.client.get("/v1/cases/\(id)/result").status == 200)
    #expect(try await service.client.get("/v1/cases/\(id)/notice").status == 404)
    #expect(try await rest.answer(of: service.client, to: "/v1/cases/none/papers").status == 404)
    let late = Applications.Application(
      key: "m", matter: nil, files: [("x.jpg", Array("late".utf8))])
    #expect(try await late.answer(of: service.client, to: "/v1/cases/\(id)/papers").status == 409)
    _ = try await service.terminate()
  }

  private func settled(_ id: String, _ service: KanheService) async throws -> CaseRecord {
    var record: CaseRecord?
    let isOver = try await eventuallyAsync {
      let answer = try await service.client.get("/v1/cases/\(id)")
      record = try JSONDecoder().decode(CaseRecord.self, from: Data(answer.body))
      return record?.state != .open
    }
    try #require(isOver)
    return try #require(record)
  }
}
