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
        try objects.forget(abc)

        #expect(throws: Problem.damagedObject(abc)) { try objects.get(abc) }
        #expect(try objects.get(kept) == Array("kept".utf8))
        #expect(try world.objectFiles().count == 1)
        try objects.forget(abc)
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
        try objects.forget(abc)
        try copy.write(to: file)
        #expect(throws: Problem.damagedObject(abc)) { try objects.get(abc) }
      }
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
