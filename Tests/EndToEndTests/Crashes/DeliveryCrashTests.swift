import Cases
import Foundation
import Store
import Testing

/// The last step of a scan from a watched folder: its result is in the folder of results, and nobody knows of it.
@Suite struct DeliveryCrashTests {
  @Test func deathWhileDeliveringCostsNothing() async throws {
    let folder = try ScratchFolder()
    let data = folder.path("data")
    try FileManager.default.copyItem(
      atPath: try await DemoRun.shared().data.path, toPath: data)
    let scans = folder.url.appendingPathComponent("scans")
    try FileManager.default.createDirectory(at: scans, withIntermediateDirectories: false)
    func serve(dyingAt step: String?) throws -> Process {
      try KanheProgram.start(
        ["serve", "--data", data, "--listen", "127.0.0.1:0", "--watch", scans.path],
        environment: ["KANHE_ENGINE_LEASE_SECONDS": "1"].merging(
          step.map { ["KANHE_DIE_AT": $0] } ?? [:]
        ) { $1 })
    }
    func record() throws -> CaseRecord? {
      let out = URL(fileURLWithPath: data + "/out")
      guard let name = out.names.first else { return nil }
      let file = out.appendingPathComponent("\(name)/record.json")
      return try? JSONDecoder().decode(CaseRecord.self, from: Data(contentsOf: file))
    }
    try FileManager.default.copyItem(at: try form(), to: scans.appendingPathComponent("form.pdf"))
    // when
    let first = try serve(dyingAt: "delivered")
    try #require(try await eventually { !first.isRunning }, "it died there")
    let store = try CaseStore(
      in: DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true)))
    #expect(try store.check().documents.open == 1, "its job is still there")
    try FileManager.default.removeItem(atPath: data + "/out")
    // then: whoever comes next delivers it again
    let second = try serve(dyingAt: nil)
    defer { second.terminate() }
    #expect(try await eventually { try record()?.state == .filed })
    #expect(try await eventually { try store.check().documents.open == 0 })
    #expect(try store.check().isSound)
  }

  /// Of any sample.
  private func form() throws -> URL {
    let samples = KanheProgram.samples
    return try #require(
      samples.names.sorted().map { samples.appendingPathComponent("\($0)/form.pdf") }
        .first { FileManager.default.fileExists(atPath: $0.path) })
  }
}
