import Cases
import Foundation
import Store
import Testing

/// `kanhe serve --watch DIR`: from a scanner's folder to the result, with the program itself.
@Suite struct WatchedFolderTests {
  private let folder: ScratchFolder
  private let data: String

  init() async throws {
    folder = try ScratchFolder()
    data = folder.path("data")
    try FileManager.default.copyItem(
      atPath: try await DemoRun.shared().data.path, toPath: data)
    for name in ["counter-1", "inbox"] {
      try FileManager.default.createDirectory(
        atPath: folder.path(name), withIntermediateDirectories: false)
    }
    try """
    folders:
      - path: \(folder.path("counter-1"))
        source: scanner-1
        matter: clean_heating_subsidy
        quiet: 1
        patience: 4
        together: 2
    """.write(toFile: data + "/folders.yaml", atomically: true, encoding: .utf8)
  }

  @Test func scansBecomeResults() async throws {
    let service = try await start()
    // when: a scanner writes a case into a folder of its own, a file that is none, and a paper to be filed
    try drop(DemoRun.issuedSample, into: "counter-1/0815")
    _ = try folder.file("counter-1/notes.jpg", Array("no picture".utf8))
    try FileManager.default.copyItem(
      atPath: sample("form.pdf"), toPath: folder.path("inbox/form.pdf"))
    // then
    let out = URL(fileURLWithPath: data + "/out")
    let failed = folder.url.appendingPathComponent("counter-1/kanhe-failed")
    let isDone = try await eventually {
      out.names.count == 2 && failed.names.contains { $0.hasSuffix(".json") }
    }
    #expect(isDone, "\(out.names) \(failed.names) \(service.log)")
    let records = try out.names.map { name in
      try JSONDecoder().decode(
        CaseRecord.self, from: Data(contentsOf: out.appendingPathComponent("\(name)/record.json")))
    }
    #expect(Set(records.map(\.state)) == [.issued, .filed])
    let issued = try #require(records.first { $0.state == .issued })
    let pdf = out.appendingPathComponent("\(issued.id)/result.pdf").path
    #expect(try await KanheProgram.run(["verify", pdf, "--data", data]).status == 0)
    #expect(folder.url.appendingPathComponent("counter-1/0815").names.isEmpty)
    #expect(failed.names.contains("notes.jpg"), "the original is kept")

    // and: the same papers again are links, and open nothing
    try drop(DemoRun.issuedSample, into: "counter-1/0816")
    #expect(
      try await eventually { folder.url.appendingPathComponent("counter-1/0816").names.isEmpty })
    #expect(try await service.terminate().status == 0)
    let check = try store().check()
    #expect(check.isSound && check.documents.open == 0, "\(check)")
    #expect(out.names.count == 2)
    for name in ["0815", "notes", "form.pdf", "id-front"] {
      #expect(!service.log.contains(name), "names of files are personal")
    }
  }

  /// Papers of a folder, while the service is killed again and again.
  @Test func deathsOfTheServiceLoseNoScan() async throws {
    let before = try store().check().documents.total
    for number in 0..<6 {
      let service = try await start()
      try (Array(URL(fileURLWithPath: sample("form.pdf")).bytes) + Array("%\(number)\n".utf8))
        .withUnsafeBytes {
          try Data($0).write(to: folder.url.appending(path: "inbox/\(number).pdf"))
        }
      try await Task.sleep(for: .milliseconds(2_600 + 250 * number))
      kill(service.id, SIGKILL)
    }
    let service = try await start()
    let isDone = try await eventually {
      let check = try store().check()
      return check.documents.total == before + 6 && check.documents.open == 0
    }
    let check = try store().check()
    #expect(isDone && check.isSound, "\(check) \(service.log)")
    #expect(try await service.terminate().status == 0)
  }

  @Test func whatCannotBeWatchedIsSaidAtTheStart() async throws {
    let ending = try await KanheProgram.run(
      ["serve", "--listen", "127.0.0.1:0", "--data", data, "--watch", folder.path("none")])
    #expect(ending.status == 9 && ending.errors.contains("no_such_folder"), "\(ending.errors)")
    let inside = try await KanheProgram.run(
      ["serve", "--listen", "127.0.0.1:0", "--data", data, "--watch", data + "/out"])
    #expect(inside.status == 9 && inside.errors.contains("overlapping_folders"))
  }

  private func start() async throws -> KanheService {
    try await KanheService(
      data: data, environment: ["KANHE_ENGINE_LEASE_SECONDS": "1"],
      arguments: ["--watch", folder.path("inbox")])
  }

  private func sample(_ name: String) -> String {
    KanheProgram.samples.appendingPathComponent("\(DemoRun.issuedSample)/\(name)").path
  }

  private func drop(_ name: String, into place: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(place), withIntermediateDirectories: false)
    for file in ["form.pdf", "id-front.jpg", "id-back.jpg"] {
      try FileManager.default.copyItem(
        atPath: sample(file), toPath: folder.path("\(place)/\(file)"))
    }
  }

  private func store() throws -> CaseStore {
    try CaseStore(in: try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true)))
  }
}
