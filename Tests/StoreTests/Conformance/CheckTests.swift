import Cases
import Foundation
import Testing

@testable import Store

extension StoreConformance {
  /// What `kanhe fsck` must find.
  struct CheckTests {
    private let other = String(sampleLocator.reversed())

    /// An entry of the log whose result is gone, and a case that has lost it.
    @Test(arguments: Backend.allCases) func aResultThatIsGone(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        try store.issueSample(store.open(matter: "m", at: moment))
        #expect(try store.check().isSound && store.check().results.total == 1)
        try store.database.write {
          try $0.execute("UPDATE issuedResult SET locator = NULL")
          try $0.execute("DELETE FROM publicRecord")
        }

        let check = try store.check()
        #expect(check.log.unmatched == 1 && check.results.missing == 1)
        #expect(!check.isSound)
      }
    }

    /// One result lost and another one there twice do not make up for each other.
    @Test(arguments: Backend.allCases) func oneLostAndOneTwice(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        try store.issueSample(store.open(matter: "m", at: moment))
        try store.database.write {
          try $0.execute("UPDATE issuedResult SET locator = NULL")
          try $0.execute("UPDATE publicRecord SET locator = ?", [other])
          try $0.execute("UPDATE logEntry SET locator = ?", [other])
        }

        let check = try store.check()
        #expect(check.results.missing == 1 && check.results.twice == 1)
        #expect(check.log.unmatched == 0 && !check.isSound)
      }
    }

    @Test(arguments: Backend.allCases) func aResultWithoutItsEntry(on backend: Backend) async throws
    {
      try await backend.withStore { store throws in
        try store.issueSample(store.open(matter: "m", at: moment))
        try store.database.write {
          try $0.execute("UPDATE logEntry SET locator = NULL, salt = NULL")
        }
        #expect(try store.check().log.unmatched == 1)
      }
    }

    @Test(arguments: Backend.allCases) func papersThatAreBeingTakenIn(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        try store.begin(PaperClaimRow(open: [1], id: "a", folder: "f"), files: 3)
        #expect(try store.check().folders.claimed == 3)
        try store.database.write { try store.close(claim: "a", as: .released, nil, in: $0) }
        #expect(try store.check().folders.claimed == 0)
      }
    }

    /// A paper that is not there is missing; one that cannot be looked at just now is not called so.
    @Test(arguments: Backend.allCases) func whatCannotBeLookedAtIsNotMissing(on backend: Backend)
      async throws
    {
      try await backend.withWorld { world throws in
        let store = try world.store()
        let objects = ObjectStore(in: world.folder, of: store)
        let name = try objects.put([1, 2, 3])
        let paper = NewSubmission.Paper(name: "a", sha256: name, bytes: 3)
        _ = try store.submit(NewSubmission([paper], source: "s"), at: moment)
        #expect(try store.check(objects).objects == .init(total: 1, missing: 0))

        let file = try #require(try world.folder.objectFiles().first)
        try FileManager.default.removeItem(at: file)
        #expect(try store.check(objects).objects == .init(total: 1, missing: 1))
        let parent = file.deletingLastPathComponent()
        try FileManager.default.removeItem(at: parent)
        try Data().write(to: parent)
        let problem = #expect(throws: Problem.self) { try store.check(objects) }
        #expect(problem?.code == "unreadable_file")
      }
    }

    /// Rows that do not open under the hall's own key are damaged, and told of with the others.
    @Test(arguments: Backend.allCases) func damagedRowsAreMissing(on backend: Backend) async throws
    {
      try await backend.withWorld { world throws in
        let store = try world.store()
        let objects = ObjectStore(in: world.folder, of: store)
        let papers = try [[1], [2]].map {
          NewSubmission.Paper(name: "a", sha256: try objects.put($0), bytes: 1)
        }
        _ = try store.submit(NewSubmission(papers, source: "s"), at: moment)
        try store.database.write { session in
          let id = try session.value("SELECT id FROM document ORDER BY position", as: String.self)
          try session.execute(
            "UPDATE document SET sealed = ? WHERE id = ?", [[UInt8]([7]), id])
        }
        #expect(try store.check(objects).objects == .init(total: 2, missing: 1))
        #expect(try objects.forgetUnnamed(olderThan: -1_000) == 0)
      }
    }
  }
}
