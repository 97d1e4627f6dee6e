import Cases
import Foundation
import HallService
import Testing

/// `POST /v1/documents` and who may use it.
@Suite struct HallServiceDocumentTests {
  static let token = "0123456789abcdefghijklmnop"

  private func form(_ parts: String..., boundary: String = "xYz") -> [UInt8] {
    let body = parts.map { part in "--\(boundary)\r\n\(part)\r\n" }.joined()
    return Array("\(body)--\(boundary)--\r\n".utf8)
  }

  private func part(_ name: String, _ content: String) -> String {
    "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n\(content)"
  }

  private func reading(_ answer: HallServiceClient.Answer) throws -> FileReading {
    try JSONDecoder().decode(FileReading.self, from: Data(answer.body))
  }

  @Test(arguments: [
    nil, "application/octet-stream", "image/jpeg", "application/pdf", "IMAGE/PNG; x=1",
  ])
  func aFileIsReadAsItIs(_ type: String?) async throws {
    try await HallServiceHarness().run { client in
      let answer = try await client.post(Array("abc".utf8), type: type)
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
      #expect(try reading(answer).pages == 3)
    }
  }

  @Test(arguments: [
    ("a.jpg", "a.jpg"), ("身份证.jpg", "身份证.jpg"), ("../../etc/passwd", "passwd"),
    (#"C:\scan\b.pdf"#, "b.pdf"), ("", "document"), ("..\u{01}", ".."),
  ])
  func aFormGivesTheFilesName(_ sent: String, _ name: String) async throws {
    try await HallServiceHarness().run { client in
      let answer = try await client.post(
        form(part(sent, "a\r\n--b")), type: "multipart/form-data; boundary=\"xYz\"")
      #expect(answer.status == 200)
      #expect(try reading(answer).file == name)
      #expect(try reading(answer).pages == 6)
    }
  }

  @Test func aFileThatCannotBeReadIsSaidInBothLanguages() async throws {
    try await HallServiceHarness().run { client in
      let answer = try await client.post([])
      #expect(answer.status == 422)
      #expect(try reading(answer).error == .emptyFile)
      #expect(answer.text.contains("文件为空") && answer.text.contains("The file is empty"))
    }
  }

  @Test func otherUploadsAreRefused() async throws {
    let type = "multipart/form-data; boundary=xYz"
    let table: [(String, [UInt8], Int, String)] = [
      ("text/html", [1], 415, "unsupported_media_type"), ("x", [1], 415, "unsupported_media_type"),
      ("multipart/form-data", [1], 415, "unsupported_media_type"),
      ("multipart/form-data; boundary=", [1], 415, "unsupported_media_type"),
      (type, [], 400, "bad_upload"), (type, Array("--xYz--".utf8), 400, "bad_upload"),
      (type, form(part("a", "1"), part("b", "2")), 400, "bad_upload"),
      (type, form("Content-Disposition: form-data; name=\"a\"\r\n\r\n1"), 400, "bad_upload"),
      (type, form(part("a", "1"), boundary: "other"), 400, "bad_upload"),
      (type, form(part("a", "1")).dropLast(6), 400, "bad_upload"),
      (type, form(part("a", "1")) + [1], 400, "bad_upload"),
      (type, Array("--xYz\r\n".utf8) + .init(repeating: 65, count: 20_000), 400, "bad_upload"),
    ]
    try await HallServiceHarness().run { client in
      for (type, body, status, code) in table {
        let answer = try await client.post(body, type: type)
        #expect(answer.status == status, "\(type) \(body.count)")
        #expect(answer.text.contains("\"code\":\"\(code)\""), "\(type) \(body.count)")
      }
    }
  }

  @Test func whatIsTooLargeIsNotTakenIn() async throws {
    let settings = HallSettings(listen: .loopback(port: 0), largestDocument: 1_000)
    try await HallServiceHarness(settings: settings).run { client in
      #expect(try await client.post(.init(repeating: 1, count: 1_000)).status == 200)
      for body in [[UInt8](repeating: 1, count: 1_001), .init(repeating: 1, count: 200_000)] {
        let answer = try await client.post(body)
        #expect(answer.status == 413 && answer.text.contains("too_many_bytes"))
      }
      let promised = try await client.post([], headers: ["Content-Length": "9999999999"])
      #expect(promised.status == 413)
    }
  }

  @Test func whoAsksFirstIsToldToSend() async throws {
    let settings = HallSettings(listen: .loopback(port: 0), largestDocument: 1_000)
    try await HallServiceHarness(settings: settings).run { client in
      let asked = try await client.post([1], headers: ["Expect": "100-continue"])
      #expect(asked.status == 100 && asked.text.hasPrefix("HTTP/1.1 200 OK\r\n"))
      let tooLarge = try await client.post(
        [], headers: ["Expect": "100-continue", "Content-Length": "9999999"])
      #expect(tooLarge.status == 413)
    }
  }

  @Test func chunksAreCountedToo() async throws {
    let settings = HallSettings(listen: .loopback(port: 0), largestDocument: 1_000)
    try await HallServiceHarness(settings: settings).run { client in
      let chunk = Array("8000\r\n".utf8) + [UInt8](repeating: 1, count: 0x8000) + [13, 10]
      let body = chunk + chunk + chunk + Array("0\r\n\r\n".utf8)
      let answer = try await client.send(
        "POST", "/v1/documents", headers: ["Transfer-Encoding": "chunked"], body: body)
      #expect(answer.status == 413)
    }
  }

  @Test func otherMachinesNeedATokenToBeSet() async throws {
    let open = HallSettings(listen: try ListenAddress("0.0.0.0:0"))
    await #expect(throws: Problem.tokensNeeded("0.0.0.0:0")) {
      try await HallServiceHarness(settings: open).run { _ in }
    }
    let token = try #require(APIToken(Self.token))
    let guarded = HallSettings(listen: try ListenAddress("0.0.0.0:0"), tokens: [token])
    try await HallServiceHarness(settings: guarded).run { client in
      for header in ["", "Bearer", "Bearer x", "Basic \(Self.token)", "Bearer \(Self.token)x"] {
        let answer = try await client.post([1], headers: ["Authorization": header])
        #expect(answer.status == 401 && answer.headers["www-authenticate"] == "Bearer")
      }
      let taken = try await client.post([1], headers: ["Authorization": "Bearer \(Self.token)"])
      #expect(taken.status == 200)
      #expect(try await client.get("/livez").status == 200)
    }
    #expect(APIToken("short") == nil && !"\([token])".contains("0123"))
  }

  @Test func pagesOfOtherSitesAreRefused() async throws {
    try await HallServiceHarness().run { client in
      for headers in [
        ["Host": "evil.example"], ["Host": "127.0.0.1.evil.example:80"], ["Host": ""],
        ["Origin": "https://evil.example"], ["Origin": "null"],
      ] {
        let answer = try await client.post([1], headers: headers)
        #expect(answer.status == 403 || answer.status == 400, "\(headers)")
        #expect(!answer.text.contains("\"pages\""))
      }
      let own = "http://127.0.0.1:\(client.port)"
      #expect(try await client.post([1], headers: ["Origin": own]).status == 200)
      #expect(try await client.post([1], headers: ["Host": "localhost"]).status == 200)
    }
  }
}
