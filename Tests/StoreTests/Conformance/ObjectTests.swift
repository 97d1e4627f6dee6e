import Cases
import Foundation
import Testing

@testable import Store

extension StoreConformance {
  struct ObjectTests {
    private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test(arguments: Backend.allCases) func storedByItsContent(on backend: Backend) async throws {
      try await backend.withObjects { objects, world throws in
        #expect(try objects.put(Array("abc".utf8)) == abc)
        #expect(try objects.put(Array("abc".utf8)) == abc)
        #expect(try objects.get(abc) == Array("abc".utf8))
        #expect(try world.objectFiles().count == 1)
      }
    }

    @Test(arguments: Backend.allCases) func whatIsForgottenIsGone(on backend: Backend) async throws
    {
      try await backend.withObjects { objects, world throws in
        let kept = try objects.put(Array("kept".utf8))
        _ = try objects.put(Array("abc".utf8))
        let file = try #require(try world.objectFiles().first { try !Data(contentsOf: $0).isEmpty })
        #expect(FileManager.default.fileExists(atPath: file.path))
        try name([kept], in: world)
        #expect(try objects.forgetUnnamed(olderThan: -1_000) == 1)

        #expect(throws: Problem.damagedObject(abc)) { try objects.get(abc) }
        #expect(try objects.get(kept) == Array("kept".utf8))
        #expect(try world.objectFiles().count == 1)
        #expect(try objects.forgetUnnamed(olderThan: -1_000) == 0)
        _ = try objects.put(Array("abc".utf8))
        #expect(try objects.get(abc) == Array("abc".utf8))
      }
    }

    /// A copy of the file, from a backup say, is worth nothing without the key.
    @Test(arguments: Backend.allCases) func copyOfWhatIsForgottenIsNothing(on backend: Backend)
      async throws
    {
      try await backend.withObjects { objects, world throws in
        _ = try objects.put(Array("abc".utf8))
        let file = try #require(try world.objectFiles().first)
        let copy = try Data(contentsOf: file)
        #expect(try objects.forgetUnnamed(olderThan: -1_000) == 1)
        try copy.write(to: file)
        #expect(throws: Problem.damagedObject(abc)) { try objects.get(abc) }
      }
    }

    /// Papers of an application that was refused lie there for a day, counted from when they came last.
    @Test(arguments: Backend.allCases) func onlyWhatNobodyNamedIsForgotten(on backend: Backend)
      async throws
    {
      try await backend.withObjects { objects, world throws in
        let names = try ["refused", "taken in", "again"].map { try objects.put(Array($0.utf8)) }
        try name([names[1]], in: world)
        #expect(try objects.forgetUnnamed() == 0)
        try makeOlder(in: world)
        _ = try objects.put(Array("again".utf8))

        #expect(try objects.forgetUnnamed() == 1)

        #expect(throws: Problem.damagedObject(names[0])) { try objects.get(names[0]) }
        for name in names[1...] { #expect(throws: Never.self) { try objects.get(name) } }
        try makeOlder(in: world)
        #expect(try objects.forgetUnnamed() == 1)
        #expect(try objects.get(names[1]) == Array("taken in".utf8))
      }
    }

    /// Versions up to 0.4.0 did not write down what was named; the papers themselves tell.
    @Test(arguments: Backend.allCases) func olderPapersAreNotForgotten(on backend: Backend)
      async throws
    {
      try await backend.withObjects { objects, world throws in
        let names = try ["refused", "taken in"].map { try objects.put(Array($0.utf8)) }
        try name([names[1]], in: world)
        try world.database().write {
          try $0.execute("UPDATE objectKey SET isNamed = 0, touchedAt = 0")
        }
        #expect(try objects.forgetUnnamed() == 1)
        #expect(try objects.get(names[1]) == Array("taken in".utf8))
      }
    }

    /// By a little more than a day.
    private func makeOlder(in world: StoreWorld) throws {
      try world.database().write {
        try $0.execute("UPDATE objectKey SET touchedAt = touchedAt - 86400001")
      }
    }

    /// As a submission does.
    private func name(_ names: [String], in world: StoreWorld) throws {
      let papers = names.map { NewSubmission.Paper(name: "paper", sha256: $0, bytes: 1) }
      _ = try world.store().submit(NewSubmission(papers, source: "s"), at: moment)
    }

    @Test(arguments: Backend.allCases) func eightAtOnce(on backend: Backend) async throws {
      try await backend.withObjects { objects, world throws in
        let other = ObjectStore(in: world.folder, of: try world.store())
        let names = try await withThrowingTaskGroup(of: String.self) { group in
          for task in 0..<8 {
            group.addTask { try (task % 2 == 0 ? objects : other).put(Array("abc".utf8)) }
          }
          return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(names == [abc])
        #expect(try other.get(abc) == Array("abc".utf8))
        #expect(try world.objectFiles().count == 1)
      }
    }
  }
}

extension Backend {
  fileprivate func withObjects(
    _ test: (ObjectStore, StoreWorld) async throws -> Void
  ) async throws {
    try await withWorld { world in
      try await test(ObjectStore(in: world.folder, of: try world.store()), world)
    }
  }
}

extension StoreWorld {
  fileprivate func objectFiles() throws -> [URL] { try folder.objectFiles() }
}
