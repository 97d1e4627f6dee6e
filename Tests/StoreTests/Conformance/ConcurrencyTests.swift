import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  /// Two processes, or machines (here: two stores), with many counters.
  struct ConcurrencyTests {
    private static let cases = 24

    @Test(arguments: Backend.allCases) func everyResultIsIssuedOnce(on backend: Backend)
      async throws
    {
      try await backend.withWorld { world throws in
        let stores = [try world.store(), try world.store()]
        let numbers = try await parallel(Self.cases) { task in
          let store = stores[task % 2]
          let record = try store.open(matter: nil, at: moment)
          let number = try store.reserveNumber("{year}/{sequence}", year: 2026, for: record.id)
          _ = try store.reserveStatusPlace(for: record.id)
          try store.issueSample(record, as: locator(task))
          return number
        }

        #expect(numbers.sorted() == (1...Self.cases).map { "2026/\(String(format: "%04d", $0))" })
        #expect(try stores[0].list(.issued).count == Self.cases)
        #expect(try stores[0].logHead().size == Self.cases)
        let places = try (0..<Self.cases).map { try stores[1].logPlace(of: locator($0))?.index }
        #expect(Set(places) == Set(0..<Self.cases))
      }
    }

    @Test(arguments: Backend.allCases) func oneOfManyIssuesACase(on backend: Backend) async throws {
      try await backend.withWorld { world throws in
        let stores = [try world.store(), try world.store()]
        let record = try stores[0].open(matter: nil, at: moment)
        let codes = try await parallel(8) { task in
          do {
            try stores[task % 2].issueSample(record, as: locator(task))
            return "issued"
          } catch let problem as Problem {
            return problem.code
          }
        }
        #expect(codes.count { $0 == "issued" } == 1)
        #expect(Set(codes).isSubset(of: ["issued", "case_closed", "case_changed"]))
        #expect(try stores[0].logHead().size == 1)
      }
    }

    /// Each of two wants what the other has: one of them is sent back and begins again.
    @Test(arguments: Backend.allCases) func deadlocksAreSettled(on backend: Backend) async throws {
      try await backend.withWorld { world throws in
        let store = try world.store()
        let ids = try (0..<2).map { _ in try store.open(matter: nil, at: moment).id }
        _ = try await parallel(16) { task in
          try store.database.write { session throws in
            for id in task % 2 == 0 ? ids : ids.reversed() {
              try store.append(
                CaseEvent(at: "t", by: "\(task)", what: "seen", detail: nil), to: id, in: session)
            }
          }
        }
        for id in ids { #expect(try store.load(id).events.count == 17) }
      }
    }
  }
}

private func locator(_ number: Int) -> String { String(format: "%025d", number) }

private func parallel<Value: Sendable>(
  _ count: Int, _ work: @escaping @Sendable (Int) throws -> Value
) async throws -> [Value] {
  try await withThrowingTaskGroup(of: Value.self) { group in
    for task in 0..<count { group.addTask { try work(task) } }
    return try await group.reduce(into: []) { $0.append($1) }
  }
}
