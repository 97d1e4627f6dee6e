import Cases
import Foundation
import Testing

@testable import Store

struct DataFolderTests {
  @Test func onlyTheOwnerMayLookInside() async throws {
    try await withDataFolder { folder in
      let store = try CaseStore(in: folder)
      try store.issueSample(store.open(matter: nil, at: moment))
      _ = try ObjectStore(in: folder, of: store).put([1, 2, 3])

      for inside in [folder.url, folder.keys, folder.objects, folder.out] {
        #expect(try mode(inside) == 0o700, "\(inside.path)")
      }
      let object = try #require(try folder.objectFiles().first)
      let journals = ["-wal", "-shm"].map { URL(filePath: folder.database.path + $0) }
      let key = folder.keys.appending(path: "data.key")
      for file in [folder.database, key, object] + journals {
        #expect(try mode(file) == 0o600, "\(file.path)")
      }
    }
  }

  @Test func neitherSecretNorPDFLiesInTheOpen() async throws {
    try await withDataFolder { folder in
      let store = try CaseStore(in: folder)
      try store.issueSample(store.open(matter: nil, at: moment))

      for name in ["kanhe.sqlite", "kanhe.sqlite-wal"] {
        let content = try Data(contentsOf: folder.url.appending(path: name))
        #expect(content.range(of: Data("%PDF-secret".utf8)) == nil)
        #expect(content.range(of: Data(0..<16)) == nil)
      }
    }
  }

  @Test func storeIsThereAgain() async throws {
    try await withDataFolder { folder in
      let record = try CaseStore(in: folder).open(matter: "m", at: moment)
      try CaseStore(in: folder).issueSample(record)

      let later = try CaseStore(in: DataFolder.open(at: folder.url))
      #expect(try later.load(record.id).state == .issued)
      #expect(try later.handOver(of: record.id).pdf == Array("%PDF-secret".utf8))
    }
  }

  /// Everybody makes folder, key and tables at once, and finds the same.
  @Test func manyProcessesOnFirstUse() async throws {
    try await withDataFolder { folder in
      let stores = try await withThrowingTaskGroup(of: CaseStore.self) { group in
        for _ in 0..<8 { group.addTask { try CaseStore(in: DataFolder.open(at: folder.url)) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let record = try stores[0].open(matter: nil, at: moment)
      try stores[0].issueSample(record)
      for store in stores { #expect(try store.handOver(of: record.id).pdf.count == 11) }
    }
  }

  @Test func anotherKeyOpensNothing() async throws {
    try await withDataFolder { folder in
      let store = try CaseStore(in: folder)
      let record = try store.open(matter: nil, at: moment)
      try store.issueSample(record)
      try FileManager.default.removeItem(at: folder.keys.appending(path: "data.key"))

      let problem = #expect(throws: Problem.self) {
        try CaseStore(in: folder).handOver(of: record.id)
      }
      #expect(problem?.code == "data_key_unusable")
    }
  }

  @Test(arguments: [(0o644, 32), (0o600, 31), (0o600, 33)])
  func keyThatIsNoKey(_ mode: Int, _ size: Int) async throws {
    try await withDataFolder { folder in
      let key = folder.keys.appending(path: "data.key")
      try Data(count: size).write(to: key)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: key.path)

      let problem = #expect(throws: Problem.self) { try CaseStore(in: folder) }
      #expect(problem?.code == "data_key_unusable")
    }
  }

  @Test func folderUnderAFileCannotBeMade() async throws {
    try await withDataFolder { folder in
      let file = folder.url.appending(path: "file")
      try Data().write(to: file)
      for place in [file, file.appending(path: "data")] {
        let problem = #expect(throws: Problem.self) { try DataFolder.open(at: place) }
        #expect(problem?.code == "unwritable_output")
        #expect(problem?.exit == .access)
      }
    }
  }

  @Test func databaseOfANewerVersionIsRefused() async throws {
    try await withDataFolder { folder in
      _ = try CaseStore(in: folder).write {
        try $0.execute("INSERT INTO grdb_migrations VALUES ('999 the future')")
      }
      let problem = #expect(throws: Problem.self) { try CaseStore(in: folder) }
      #expect(problem?.code == "newer_schema")
    }
  }

  /// Where somebody only looks, a wrong path is said so, and nothing is made there.
  @Test func whatIsNoHallIsNotLookedAt() async throws {
    try await withDataFolder { folder in
      let typo = folder.url.appending(path: "typo")
      for isNamed in [false, true] {
        // Nor is a folder in which nothing but its inner folders was made.
        for place in [typo, folder.url] {
          #expect(throws: Problem.noSuchHall(place.path)) {
            try DataFolder.existing(at: place, database: isNamed)
          }
        }
      }
      #expect(!FileManager.default.fileExists(atPath: typo.path))
      _ = try CaseStore(in: folder)
      #expect(try DataFolder.existing(at: folder.url, database: false).url == folder.url)
      try FileManager.default.removeItem(at: folder.mark)
      for isNamed in [false, true] {
        #expect(throws: Never.self) { try DataFolder.existing(at: folder.url, database: isNamed) }
      }
    }
  }

  @Test func damagedDatabaseIsAProblem() async throws {
    try await withDataFolder { folder in
      try Data(repeating: 65, count: 8192).write(to: folder.database)
      let problem = #expect(throws: Problem.self) { try CaseStore(in: folder) }
      #expect(problem?.code == "database_fault")
    }
  }

  @Test func databaseWaitsForTheDisk() async throws {
    try await withDataFolder { folder in
      let store = try CaseStore(in: folder)
      let level =
        { try $0.value("PRAGMA synchronous", as: Int.self) } as (any SQLSession) throws -> Int?
      #expect(try store.write(level) == 2)
      #expect(try store.database.writeLightly(level) == 1)
      #expect(try store.write(level) == 2)
      #expect(try store.read { try $0.value("PRAGMA journal_mode") } == "wal")
    }
  }

  @Test func eventsCannotBeRewritten() throws {
    let store = try ScratchStore().store
    _ = try store.open(matter: nil, at: moment)
    for change in ["DELETE FROM caseEvent", "UPDATE caseEvent SET by = 'x'"] {
      #expect(throws: Problem.self) { try store.write { try $0.execute(change) } }
    }
  }
}
