import Cases
import Foundation
import Testing

/// Applications over HTTP, with the program itself behind it.
@Suite struct CasesOverHTTPTests {
  private let folder: ScratchFolder
  private let data: String

  init() async throws {
    folder = try ScratchFolder()
    data = folder.path("data")
    try FileManager.default.copyItem(
      atPath: try await DemoRun.shared().data.path, toPath: data)
  }

  @Test func anApplicationBecomesAResult() async throws {
    let service = try await KanheService(data: data)
    let application = try #require(try Applications(1).all.first)
    // when
    let id = try #require(await application.post(to: service.client))
    // then: it is taken in once, however often it is sent
    #expect(await application.post(to: service.client) == id)
    let record = try await ended(id, service)
    #expect(record.state == .issued)
    #expect(record.materials.map(\.file) == application.files.map(\.name))
    let pdf = try await service.client.get("/v1/cases/\(id)/result")
    #expect(pdf.status == 200 && pdf.headers["content-type"] == "application/pdf")
    let file = try folder.file("result.pdf", pdf.body)
    let code = try await service.client.get("/v1/cases/\(id)/code")
    for subject in [file, code.text] {
      let verdict = try await KanheProgram.run(["verify", subject, "--data", data])
      #expect(verdict.status == 0, "\(verdict.output) \(verdict.errors)")
    }

    // and: what has arrived is erased here
    let gone = try await service.client.send(
      "DELETE", "/v1/cases/\(id)/result", headers: [:], body: [])
    #expect(gone.status == 204)
    #expect(try await service.client.get("/v1/cases/\(id)/result").status == 404)
    #expect(try await service.terminate().status == 0)
    #expect(!service.log.contains("id-front.jpg"), "names of files are personal")
  }

  @Test func theSameKeyForSomethingElseIsRefused() async throws {
    let service = try await KanheService(data: data)
    let all = try Applications(2).all
    let other = Applications.Application(key: all[0].key, matter: nil, files: all[1].files)
    _ = try #require(await all[0].post(to: service.client))
    let answer = try await other.answer(of: service.client)
    #expect(answer.status == 422 && answer.text.contains("key_used_otherwise"))
    _ = try await service.terminate()
  }

  @Test func badApplicationsKeepNothing() async throws {
    let service = try await KanheService(data: data)
    let file = try Applications(4).all[3].files
    let other = (name: "x.jpg", bytes: Array("never seen before".utf8))
    let table: [(Applications.Application, Int, String)] = [
      (.init(key: "a", matter: "no_such_matter", files: [other]), 400, "unknown_matter"),
      (.init(key: "b", matter: nil, files: []), 400, "no_papers"),
      (.init(key: String(repeating: "k", count: 300), matter: nil, files: file), 400, "bad_key"),
      (.init(key: "c", matter: nil, files: [other]), 422, "key_used_otherwise"),
    ]
    let taken = Applications.Application(key: "c", matter: nil, files: file)
    _ = try #require(await taken.post(to: service.client))
    let before = try stored
    for (application, status, code) in table {
      let answer = try await application.answer(of: service.client)
      #expect(answer.status == status && answer.text.contains(code), "\(answer.text)")
    }
    let raw = try await service.client.send(
      "POST", "/v1/cases", headers: ["Content-Type": "image/jpeg", "Content-Length": "1"],
      body: [1])
    #expect(raw.status == 415)
    // What is misspelt or said twice is not taken for left out.
    for fields in [
      ["mater": "m"], ["matter": "a\u{0}b"], ["counter": String(repeating: "9", count: 201)],
    ] {
      let answer = try await form(fields.map { ($0, $1) }, to: service)
      #expect(answer.status == 400 && answer.text.contains("bad_field"), "\(answer.text)")
    }
    let twice = try await form([("lane", "batch"), ("lane", "batch")], to: service)
    #expect(twice.text.contains("bad_field"))
    let lane = try await form([("lane", "fast")], to: service)
    #expect(lane.status == 400 && lane.text.contains("bad_lane"))
    for path in ["/v1/cases/none", "/v1/cases/none/result", "/v1/cases/none/code"] {
      #expect(try await service.client.get(path).status == 404, "\(path)")
    }
    #expect(try stored == before)
    _ = try await service.terminate()
  }

  private func form(
    _ fields: [(String, String)], to service: KanheService
  ) async throws -> HallServiceClient.Answer {
    let parts =
      fields.map { "--b\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n" }
      .joined()
    let file = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nx\r\n--b--"
    let body = Array((parts + file).utf8)
    return try await service.client.send(
      "POST", "/v1/cases",
      headers: [
        "Content-Type": "multipart/form-data; boundary=b", "Content-Length": "\(body.count)",
      ], body: body)
  }

  /// Everything under `objects/`.
  private var stored: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: "\(data)/objects").sorted()
    }
  }

  private func ended(_ id: String, _ service: KanheService) async throws -> CaseRecord {
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
