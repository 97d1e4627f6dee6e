import Cases
import Foundation
import Testing

@testable import Store

extension StoreConformance {
  struct BackupTests {
    /// Made while eight issue and store: what the copy names is all there.
    @Test func copyOfALivingFolder() async throws {
      try await Backend.sqlite.withWorld { world in
        let store = try world.store()
        let objects = ObjectStore(in: world.folder, of: store)
        let target = world.folder.url.deletingLastPathComponent().appending(path: "backup")
        let draft = "seal-use.log.4711.42"
        try Data("x".utf8).write(to: world.folder.url.appending(path: draft))
        let writing = Task {
          for number in 0..<200 where !Task.isCancelled {
            _ = try objects.put(Array("document \(number)".utf8))
            try store.issueSample(
              store.open(matter: "\(number)", at: moment), as: String(format: "%025d", number))
          }
        }
        while try store.logHead().size < 5 { try await Task.sleep(for: .milliseconds(5)) }
        let backup = try store.backUp(world.folder, to: target, at: moment)
        writing.cancel()
        try await writing.value

        #expect(backup.files >= 6 && backup.bytes > 0)
        #expect(try mode(target.appending(path: "kanhe.sqlite")) == 0o600)
        #expect(!FileManager.default.fileExists(atPath: target.appending(path: draft).path))
        let copy = try DataFolder.open(at: target)
        let restored = try CaseStore(in: copy)
        let cases = try restored.list(.issued)
        #expect(cases.count >= 5)
        #expect(try restored.logHead().size == cases.count)
        for summary in cases {
          _ = try restored.handOver(of: summary.id)
          let document = Array("document \(summary.matter ?? "")".utf8)
          let restoredObjects = ObjectStore(in: copy, of: restored)
          #expect(try restoredObjects.get(ObjectStore.name(of: document)) == document)
        }
      }
    }

    @Test func postgreSQLIsDumped() async throws {
      try await Backend.postgresql.withWorld { world in
        let store = try world.store()
        try store.issueSample(store.open(matter: "m", at: moment))
        let target = world.folder.url.deletingLastPathComponent().appending(path: "backup")
        let backup = try store.backUp(world.folder, to: target, at: moment)
        let dump = try Data(contentsOf: target.appending(path: backup.database))
        #expect(dump.starts(with: Data("PGDMP".utf8)))
        #expect(try Data(contentsOf: target.appending(path: "keys/data.key")).count == 32)
      }
    }

    @Test func backupsDoNotMix() async throws {
      try await Backend.sqlite.withWorld { world in
        let store = try world.store()
        let target = world.folder.url.deletingLastPathComponent().appending(path: "backup")
        _ = try store.backUp(world.folder, to: target, at: moment)
        let file = target.appending(path: "backup.json")
        for place in [target, world.folder.url.appending(path: "inside"), world.folder.url, file] {
          let problem = #expect(throws: Problem.self) {
            try store.backUp(world.folder, to: place, at: moment)
          }
          #expect(problem?.code == "unwritable_output")
        }
      }
    }
  }
}
