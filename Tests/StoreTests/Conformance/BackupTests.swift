import Cases
import Foundation
import TestDatabases
import Testing

@testable import Store

extension DataFolder {
  /// As versions up to 0.3.0 did.
  fileprivate func storeInTheOpen(_ bytes: [UInt8]) throws {
    let name = ObjectStore.name(of: bytes)
    let parent = objects.appending(path: String(name.prefix(2)))
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: parent.appending(path: name))
  }
}

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

    /// As Docs/Store.md says: `pg_restore` into an empty database, and the folder's files beside it.
    @Test func postgreSQLIsDumpedAndRestored() async throws {
      try await withDataFolder { folder in
        let (first, second) = (try TestServer.makeDatabase(), try TestServer.makeDatabase())
        defer { for database in [first, second] { try? TestServer.drop(database: database) } }
        let store = try CaseStore(
          in: folder, database: PostgreSQLDatabase(at: PostgreSQLAddress(first)))
        let id = try store.open(matter: "m", at: moment).id
        try store.issueSample(store.load(id))
        let target = folder.url.deletingLastPathComponent().appending(path: "backup")
        let backup = try store.backUp(folder, to: target, at: moment)
        try TestServer.restore(target.appending(path: backup.database), into: second)

        let restored = try CaseStore(
          in: DataFolder.open(at: target),
          database: PostgreSQLDatabase(at: PostgreSQLAddress(second)))
        #expect(try restored.load(id) == store.load(id))
        #expect(try restored.handOver(of: id) == store.handOver(of: id))
        #expect(try restored.logHead() == store.logHead())
        #expect(try restored.check() == store.check() && restored.check().isSound)
        #expect(try restored.open(matter: nil, at: moment).id > id, "numbers go on")
      }
    }

    /// What a restored folder still holds of its backup is not taken for the next one's.
    @Test(arguments: Backend.allCases) func aRestoredFolderIsBackedUp(on backend: Backend)
      async throws
    {
      try await backend.withWorld { world throws in
        let store = try world.store()
        for name in ["backup.json", "kanhe.pgdump"] {
          try Data("old".utf8).write(to: world.folder.url.appending(path: name))
        }
        let target = world.folder.url.deletingLastPathComponent().appending(path: "backup")
        let backup = try store.backUp(world.folder, to: target, at: moment)

        let summary = try Data(contentsOf: target.appending(path: "backup.json"))
        #expect(try JSONDecoder().decode(Backup.self, from: summary) == backup)
        let dump = target.appending(path: "kanhe.pgdump")
        switch backend {
        case .sqlite: #expect(!FileManager.default.fileExists(atPath: dump.path))
        case .postgresql: #expect(try Data(contentsOf: dump).starts(with: Data("PGDMP".utf8)))
        }
        #expect(try HallMark(of: DataFolder.open(at: target)) == HallMark(of: world.folder))
      }
    }

    /// What one version stored in the open and another is sealing meanwhile is in the backup one way or the other.
    @Test func whatIsBeingSealedIsNotLost() async throws {
      try await Backend.sqlite.withWorld { world in
        let store = try world.store()
        let objects = ObjectStore(in: world.folder, of: store)
        let documents = (0..<120).map { Array("old document \($0)".utf8) }
        for document in documents { try world.folder.storeInTheOpen(document) }
        let target = world.folder.url.deletingLastPathComponent().appending(path: "backup")
        let sealing = Task { try objects.sealOldObjects() }
        while try store.objectNames().isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        _ = try store.backUp(world.folder, to: target, at: moment)
        #expect(try await sealing.value == documents.count)

        let copy = try DataFolder.open(at: target)
        let restored = ObjectStore(in: copy, of: try CaseStore(in: copy))
        let lost = documents.filter { (try? restored.get(ObjectStore.name(of: $0))) != $0 }
        #expect(lost.isEmpty, "\(lost.count)")
      }
    }

    /// Machines that share a file system have it linked into their folders.
    @Test func sharedFoldersAreCopied() async throws {
      try await Backend.sqlite.withWorld { world in
        let store = try world.store()
        let share = world.folder.url.deletingLastPathComponent().appending(path: "share")
        try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
        let document = Array("a document".utf8)
        let name = try ObjectStore(in: world.folder, of: store).put(document)
        for folder in [world.folder.objects, world.folder.keys] {
          let place = share.appending(path: folder.lastPathComponent)
          try FileManager.default.moveItem(at: folder, to: place)
          try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: place)
        }
        let target = world.folder.url.deletingLastPathComponent().appending(path: "backup")
        _ = try store.backUp(world.folder, to: target, at: moment)
        // then: it stands without the share
        try FileManager.default.removeItem(at: share)
        let copy = try DataFolder.open(at: target)
        #expect(try ObjectStore(in: copy, of: CaseStore(in: copy)).get(name) == document)
      }
    }

    @Test func aLinkAnywhereElseEndsTheBackup() async throws {
      try await Backend.sqlite.withWorld { world in
        let store = try world.store()
        try FileManager.default.createSymbolicLink(
          at: world.folder.objects.appending(path: "ab"), withDestinationURL: world.folder.url)
        let target = world.folder.url.deletingLastPathComponent().appending(path: "backup")
        let problem = #expect(throws: Problem.self) {
          try store.backUp(world.folder, to: target, at: moment)
        }
        #expect(problem?.code == "unreadable_file")
        let summary = target.appending(path: "backup.json").path
        #expect(!FileManager.default.fileExists(atPath: summary))
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
