import Cases
import Foundation
import Store
import Testing

/// `kanhe serve`, from its start to SIGTERM.
@Suite struct ServeTests {
  let folder: ScratchFolder
  let data: String
  let card = KanheProgram.samples
    .appendingPathComponent("\(DemoRun.issuedSample)/id-front.jpg")

  init() throws {
    folder = try ScratchFolder()
    data = folder.path("data")
  }

  @Test func isSoonAliveAndStopsWhenTold() async throws {
    let service = try await KanheService(data: data)
    // A machine that is busy with other tests may be late once.
    var startup = service.startup
    for _ in 0..<3 where startup >= .seconds(2) {
      startup = min(startup, try await KanheService(data: data).startup)
    }
    #expect(startup < .seconds(2))
    #expect(try await service.client.get("/livez").status == 200)
    let end = try await service.terminate()
    #expect(end.status == 0 && end.time < .seconds(10), "\(service.log)")
  }

  @Test func readsWhatIsPostedAsExtractDoes() async throws {
    // given
    let service = try await KanheService(data: data)
    let extracted = try await KanheProgram.run(["extract", card.path])
    // when
    let answer = try await service.client.post(try card.bytes, type: "image/jpeg")
    // then
    #expect(answer.status == 200)
    var posted = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    var read = try #require(extracted.jsonLines.first)
    for key in ["file", "milliseconds"] {
      #expect(posted.removeValue(forKey: key) != nil && read.removeValue(forKey: key) != nil)
    }
    #expect(NSDictionary(dictionary: posted) == NSDictionary(dictionary: read))

    // and: what cannot be read is the sender's to mend
    let refusals: [([UInt8], String)] = [
      ([], "empty_file"), (Array("text".utf8), "unknown_format"),
      (SmallFiles.pngHeader(30_000, 30_000), "too_many_pixels"),
      (SmallFiles.pdfWithoutPages, "no_pages"), (SmallFiles.blankPNG, "not_a_document"),
    ]
    for (body, code) in refusals {
      let refusal = try await service.client.post(body)
      #expect((400..<500).contains(refusal.status), "\(code) \(refusal.status)")
      #expect(refusal.text.contains("\"code\":\"\(code)\""), "\(refusal.text)")
    }
    #expect(try await service.client.get("/livez").status == 200)

    // and: it ends with its readers, and has told nobody whose card it was
    let end = try await service.terminate()
    #expect(end.status == 0 && end.time < .seconds(10), "\(service.log)")
    #expect(ChildProcess.all(of: service.id, marked: "reader").isEmpty)
    let reading = try JSONDecoder().decode(FileReading.self, from: Data(answer.body))
    let log = service.log
    for (name, field) in reading.documents.flatMap(\.fields) where (field.raw?.count ?? 0) > 1 {
      #expect(!log.contains(field.raw ?? "") && !log.contains(field.value ?? ""), "\(name)")
    }
  }

  @Test func finishesWhatItIsReading() async throws {
    let service = try await KanheService(data: data)
    let (client, bytes) = (service.client, try card.bytes)
    async let answer = client.post(bytes, type: "image/jpeg")
    try #require(
      try await eventually {
        ChildProcess.all(of: service.id, marked: "reader").contains { $0.ticks > 20 }
      })
    let end = try await service.terminate()
    #expect(try await answer.status == 200)
    #expect(end.status == 0 && end.time < .seconds(10), "\(end) \(service.log)")
  }

  @Test func showsAnybodyWhatAResultIsAndWhetherItHolds() async throws {
    // given
    let demo = try await DemoRun.shared()
    try FileManager.default.copyItem(atPath: demo.data.path, toPath: data)
    let issued = try demo.record(of: DemoRun.issuedSample)
    let result = try #require(issued.result)
    let service = try await KanheService(data: data)
    // when
    let page = try await service.client.get("/q/\(result.locator)")
    // then
    #expect(page.status == 200)
    for words in [#"data-state="valid""#, "有效", result.kindZh, result.kindEn, "测试，不具法律效力"] {
      #expect(page.text.contains(words), "\(words)")
    }
    let holder = try #require(issued.field("resident_id_front.name")?.value)
    #expect(!page.text.contains(holder) && !page.text.contains("已撤销"))
    let store = try CaseStore(
      in: try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true)))
    let record = try await service.client.get("/c/\(result.locator)")
    #expect(try record.status == 200 && record.body == store.publicRecord(result.locator)?.cose)
    #expect(try await service.client.get("/q/\(String(repeating: "1", count: 25))").status == 404)

    // when: it is taken back beside the running service
    let revoke = try await KanheProgram.run([
      "result", "revoke", issued.id, "--reason", "issued_in_error", "--data", data,
    ])
    // then
    #expect(revoke.status == 0, "\(revoke.errors)")
    let after = try await service.client.get("/q/\(result.locator)")
    #expect(after.text.contains(#"data-state="revoked""#) && after.text.contains("已撤销"))
    #expect(after.text.contains("签发有误"))
    #expect(try await service.terminate().status == 0)
    #expect(!service.log.contains(result.locator) && !service.log.contains(holder))
  }

  @Test func aPortThatIsTakenIsSaidInWords() async throws {
    let service = try await KanheService(data: data)
    let second = try await KanheProgram.run([
      "serve", "--listen", "127.0.0.1:\(service.client.port)", "--data", folder.path("second"),
    ])
    #expect(second.status == 5 && second.errors.contains("cannot_listen"), "\(second.errors)")
    _ = try await service.terminate()
  }

  @Test func otherMachinesAreNotServedWithoutTokens() async throws {
    let ending = try await KanheProgram.run(["serve", "--listen", "0.0.0.0:0", "--data", data])
    #expect(ending.status == 9 || ending.status == 1, "\(ending)")
    #expect(ending.errors.contains("token"))
  }
}
