import Cases
import Foundation
import Store
import Testing
import Transparency

extension StoreConformance {
  struct ResultLogTests {
    @Test(arguments: Backend.allCases) func everyIssuedResultIsInTheLog(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        #expect(try store.logHead() == LogHead(size: 0, root: .empty))
        let locators = (10..<30).map { "00000000000000000000000\($0)" }
        for locator in locators {
          try store.issueSample(store.open(matter: "m", at: moment), as: locator)
        }

        for (index, locator) in locators.enumerated() {
          let place = try #require(try store.logPlace(of: locator))
          let leaf = LogEntry(of: PublicRecord.sample().cose, salt: place.salt).leaf
          #expect(place.index == index)
          #expect(LogChecks.isIncluded(leaf, at: index, in: place.head, by: place.path))
        }
        #expect(try store.logHead().size == 20)
        #expect(try store.logPlace(of: sampleLocator) == nil)
      }
    }

    @Test(arguments: Backend.allCases) func whatWasNotIssuedIsNotLogged(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        try store.issueSample(store.open(matter: "m", at: moment))
        let before = try store.logHead()

        // The locator is taken, so the second issuing fails as a whole.
        #expect(throws: Problem.self) {
          try store.issueSample(store.open(matter: "m", at: moment))
        }

        #expect(try store.logHead() == before)
      }
    }

    @Test(arguments: Backend.allCases) func aWitnessFollowsTheStore(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        func issue(_ number: Int) throws {
          try store.issueSample(
            store.open(matter: "m", at: moment), as: String(format: "%025d", number))
        }
        for number in 0..<5 { try issue(number) }
        let old = try store.logHead()
        for number in 5..<13 { try issue(number) }
        let new = try store.logHead()

        let hashes = try #require(
          try store.logTile(LogTile(.hashes(level: 0), index: 0, width: new.size)))
        let entries = try #require(try store.logTile(LogTile(.entries, index: 0, width: new.size)))
        let leaves = stride(from: 0, to: hashes.count, by: 32).map { Array(hashes[$0..<$0 + 32]) }
        let read = stride(from: 0, to: entries.count, by: 34).map {
          LogHash(leaf: entries[$0 + 2..<$0 + 34])
        }
        #expect(read.map(\.bytes) == leaves)
        #expect(entries.starts(with: [0, 32]))

        let tree = LogTree(size: new.size) { node in
          var row = leaves.compactMap { LogHash(bytes: $0) }
          for _ in 0..<node.level {
            row = stride(from: 0, to: row.count - 1, by: 2).map { LogHash(row[$0], row[$0 + 1]) }
          }
          return row[node.position]
        }
        let proof = try #require(try tree.consistencyProof(since: old.size))
        #expect(LogChecks.isConsistent(old, new, by: proof))
        #expect(try store.logTile(LogTile(.hashes(level: 0), index: 0, width: new.size + 1)) == nil)
        #expect(try store.logTile(LogTile(.hashes(level: 1), index: 0, width: 1)) == nil)
      }
    }
  }
}
