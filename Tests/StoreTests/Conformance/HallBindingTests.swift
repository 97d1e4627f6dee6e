import Cases
import Foundation
import Testing

@testable import Store

extension StoreConformance {
  /// A data folder and a database that are not each other's are refused, before anything is made or changed.
  struct HallBindingTests {
    @Test(arguments: Backend.allCases) func firstUseBindsThem(on backend: Backend) async throws {
      try await backend.withWorld { world throws in
        _ = try world.store()
        let mark = try #require(try HallMark(of: world.folder))
        #expect(try mark.database == world.database().dialect)
        #expect(mark.id.count == 32)
        #expect(try mode(world.folder.mark) == 0o600)
        _ = try world.store()
        #expect(try HallMark(of: world.folder) == mark)
        #expect(try world.database().read { try HallRow(in: $0) }?.id == mark.id)
      }
    }

    /// The database was lost, or `--database` names a new one. Also where the folder is of a version that knew no marks.
    @Test(arguments: Backend.allCases, [true, false])
    func anEmptyDatabaseIsNotTaken(on backend: Backend, hasMark: Bool) async throws {
      try await backend.withWorld { world throws in
        _ = try ObjectStore(in: world.folder, of: try world.store()).put([1, 2, 3])
        if !hasMark { try FileManager.default.removeItem(at: world.folder.mark) }
        let before = try world.folder.objectFiles()

        let other = try world.withEmptyDatabase()
        defer { try? other.close() }
        let problem = Problem.databaseWithoutHall(world.folder.url.path)
        #expect(throws: problem) {
          try backend == .sqlite ? CaseStore(in: world.folder) : other.store()
        }
        #expect(!world.folder.hasDatabase, "none is made")
        #expect(throws: problem) { try other.store() }
        #expect(try world.folder.objectFiles() == before)
      }
    }

    @Test(arguments: Backend.allCases)
    func anotherHallsDatabaseIsNotTaken(on backend: Backend) async throws {
      try await backend.withWorld { world in
        try await backend.withWorld { other throws in
          _ = (try world.store(), try other.store())
          #expect(throws: Problem.anotherHall(world.folder.url.path)) {
            try CaseStore(in: world.folder, database: other.database())
          }
          try FileManager.default.removeItem(at: world.folder.mark)
          #expect(throws: Problem.dataKeyUnusable(world.folder.dataKey.path, "another key")) {
            try CaseStore(in: world.folder, database: other.database())
          }
          #expect(try HallMark(of: world.folder) == nil)
        }
      }
    }

    /// Version 0.4.0 wrote neither mark nor row.
    @Test(arguments: Backend.allCases) func anOlderHallIsBound(on backend: Backend) async throws {
      try await backend.withOldHall { world, id throws in
        let store = try world.store()
        #expect(try store.handOver(of: id).pdf == Array("%PDF-secret".utf8))
        let mark = try #require(try HallMark(of: world.folder))
        #expect(try world.database().read { try HallRow(in: $0) }?.id == mark.id)
      }
    }

    /// The folder of another hall, or one whose keys were not copied: nothing is sealed anew under a wrong key.
    @Test(arguments: Backend.allCases, [true, false])
    func anOlderHallNeedsItsKey(on backend: Backend, hasKey: Bool) async throws {
      try await backend.withOldHall { world, _ throws in
        try FileManager.default.removeItem(at: world.folder.dataKey)
        if hasKey { try DurableFile(path: world.folder.dataKey.path).write(0..<32, .new) }
        let problem = #expect(throws: Problem.self) { try world.store() }
        #expect(problem?.code == "data_key_unusable")
        #expect(FileManager.default.fileExists(atPath: world.folder.dataKey.path) == hasKey)
        #expect(try world.database().read { try HallRow(in: $0) } == nil)
      }
    }

    /// A second machine has a folder of its own, with the keys of the first.
    @Test func keysAreCopiedToASecondMachine() async throws {
      try await Backend.postgresql.withWorld { world in
        try await withDataFolder { second throws in
          _ = try world.store()
          let problem = #expect(throws: Problem.self) {
            try CaseStore(in: second, database: world.database())
          }
          #expect(problem?.code == "data_key_unusable")
          #expect(!FileManager.default.fileExists(atPath: second.dataKey.path))

          try FileManager.default.copyItem(at: world.folder.dataKey, to: second.dataKey)
          _ = try CaseStore(in: second, database: world.database())
          #expect(try HallMark(of: second) == HallMark(of: world.folder))
        }
      }
    }

    @Test func theKindOfDatabaseStays() async throws {
      try await Backend.postgresql.withWorld { world in
        try await Backend.sqlite.withWorld { own throws in
          _ = (try world.store(), try own.store())
          #expect(throws: Problem.databaseNotNamed(world.folder.url.path)) {
            try CaseStore(in: world.folder)
          }
          #expect(!FileManager.default.fileExists(atPath: world.folder.database.path))
          #expect(throws: Problem.databaseCannotChange(own.folder.url.path)) {
            try CaseStore(in: own.folder, database: world.database())
          }
        }
      }
    }

    /// A folder of an older version may have a database in SQLite, and its user may name an empty one.
    @Test func anOlderFolderIsNotMovedToPostgreSQL() async throws {
      try await Backend.sqlite.withOldHall { own, _ in
        try await Backend.postgresql.withWorld { world throws in
          #expect(throws: Problem.databaseWithoutHall(own.folder.url.path)) {
            try CaseStore(in: own.folder, database: world.database())
          }
          #expect(try HallMark(of: own.folder) == nil)
        }
      }
    }

    /// Before folders had marks, a hall in PostgreSQL may have been given a database in SQLite by mistake.
    @Test func aDatabaseMadeByMistakeIsNotTaken() async throws {
      try await Backend.postgresql.withWorld { world throws in
        let objects = ObjectStore(in: world.folder, of: try world.store())
        let name = try objects.put([1, 2, 3])
        try FileManager.default.removeItem(at: world.folder.mark)
        let mistake = try SQLiteDatabase(file: world.folder.database)
        let steps = try Schema.steps(for: .sqlite, DataKey(of: world.folder))
          .prefix { $0.name < "012" }
        try mistake.migrate(Array(steps), at: "")
        try mistake.write {
          try $0.run(script: "INSERT INTO reference VALUES ('people', 'id', 1, 't')")
        }

        #expect(throws: Problem.databaseWithoutHall(world.folder.url.path)) {
          try CaseStore(in: world.folder)
        }
        _ = try world.store()
        #expect(try HallMark(of: world.folder)?.database == .postgresql)
        #expect(try objects.get(name) == [1, 2, 3])
      }
    }

    @Test func aDamagedMarkIsSaidSo() async throws {
      try await Backend.sqlite.withWorld { world throws in
        _ = try world.store()
        try Data("{}".utf8).write(to: world.folder.mark)
        #expect(throws: Problem.hallMarkUnusable(world.folder.mark.path)) { try world.store() }
      }
    }

    /// Eight machines at once.
    @Test(arguments: Backend.allCases) func firstUseByMany(on backend: Backend) async throws {
      try await backend.withWorld { world in
        let stores = try await withThrowingTaskGroup(of: CaseStore.self) { group in
          for _ in 0..<8 { group.addTask { try world.store() } }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        let record = try stores[0].open(matter: nil, at: moment)
        for store in stores { #expect(try store.load(record.id) == record) }
      }
    }
  }
}

extension Backend {
  /// A hall with a result, as version 0.4.0 left it as far as marks go.
  fileprivate func withOldHall(_ test: (StoreWorld, String) async throws -> Void) async throws {
    try await withWorld { world in
      let store = try world.store()
      let id = try store.open(matter: "m", at: moment).id
      try store.issueSample(store.load(id))
      try FileManager.default.removeItem(at: world.folder.mark)
      try store.write {
        try $0.run(
          script: "DROP TABLE hall; DELETE FROM grdb_migrations WHERE identifier = '012 hall'")
      }
      try await test(world, id)
    }
  }
}
