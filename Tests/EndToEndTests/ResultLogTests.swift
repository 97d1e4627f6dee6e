import Foundation
import Testing
import Transparency
import Verification

/// The log of issued results, as strangers see it.
@Suite struct ResultLogTests {
  private let folder: ScratchFolder
  private let data: String

  init() async throws {
    folder = try ScratchFolder()
    data = folder.path("data")
    try FileManager.default.copyItem(atPath: try await DemoRun.shared().data.path, toPath: data)
  }

  private var key: NoteKey {
    get throws {
      let trust = try TrustStore.load(dataFolder: URL(fileURLWithPath: data))
      try #require(trust.logKeys.count == 1)
      return try #require(NoteKey(trust.logKeys[0]))
    }
  }

  @Test func everyResultIsProvedToBeInTheLog() async throws {
    let demo = try await DemoRun.shared()
    let locator = try #require(try demo.record(of: DemoRun.issuedSample).result?.locator)
    let service = try await KanheService(data: data)

    let record = try await service.client.get("/c/\(locator)")
    let answer = try await service.client.get("/c/\(locator)/proof")

    let proof = try #require(LogProof(answer.text))
    #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")
    #expect(try proof.proves(record.body, by: key))
    #expect(try !proof.proves(record.body.dropLast() + [0], by: key))
    for path in ["/c/1111111111111111111111111/proof", "/c/1/proof", "/log/", "/log/tile/0/001"] {
      #expect(try await service.client.get(path).status == 404, "\(path)")
    }
    #expect(try await service.terminate().status == 0)
  }

  @Test func aWitnessFollowsTheLog() async throws {
    let service = try await KanheService(data: data)
    let kept = folder.path("checkpoint")
    let log = "http://127.0.0.1:\(service.client.port)/log"

    let first = try await check(log, kept)
    #expect(first.status == 0, "\(first.output) \(first.errors)")
    #expect(try await check(log, kept).output.contains("新增 0 条"))
    let checkpoint = try #require(
      SignedNote(String(decoding: try URL(fileURLWithPath: kept).bytes, as: UTF8.self)))
    let head = try #require(try Checkpoint(checkpoint, signedBy: key)?.head)
    #expect(head.size > 3, "the demo issued some results")

    // given: a copy of the log that lost its newest entry, and another that says something else of it
    let copy = URL(fileURLWithPath: folder.path("copy"))
    let tile = LogTile(.hashes(level: 0), index: 0, width: head.size)
    try await save(["checkpoint", tile.path], of: service, in: copy)
    #expect(try await check(copy.path, kept).status == 0)
    var hashes = try copy.appending(path: tile.path).bytes
    hashes[0] ^= 1
    try Data(hashes).write(to: copy.appending(path: tile.path))
    // then
    let forked = try await check(copy.path, kept)
    #expect(forked.status == 6 && forked.output.contains("rewritten"))
    try FileManager.default.removeItem(at: copy.appending(path: tile.path))
    #expect(try await check(copy.path, kept).status == 7)
    #expect(try await check("http://127.0.0.1:1/log", kept).status == 7)
    #expect(try await service.terminate().status == 0)
  }

  @Test func theLogsKeyIsTheOwnersOnly() throws {
    #expect(try URL(fileURLWithPath: data + "/keys/log-key").mode == 0o600)
  }

  private func check(_ log: String, _ kept: String) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(["log", "check", log, "--key", try key.text, "--state", kept])
  }

  private func save(_ paths: [String], of service: KanheService, in folder: URL) async throws {
    for path in paths {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(try await service.client.get("/log/\(path)").body).write(to: file)
    }
  }
}
