import Cases
import Store
import Testing

extension StoreConformance {
  struct NumberTests {
    private let pattern = "云政许字〔{year}〕第{sequence}号"

    @Test(arguments: Backend.allCases) func countsByPatternAndYear(on backend: Backend) async throws
    {
      try await backend.withStore { store throws in
        let a = try store.open(matter: nil, at: moment).id
        let b = try store.open(matter: nil, at: moment).id

        #expect(try store.reserveNumber(pattern, year: 2026, for: a) == "云政许字〔2026〕第0001号")
        #expect(try store.reserveNumber(pattern, year: 2026, for: b) == "云政许字〔2026〕第0002号")
        let c = try store.open(matter: nil, at: moment).id
        #expect(try store.reserveNumber(pattern, year: 2027, for: c) == "云政许字〔2027〕第0001号")
        let d = try store.open(matter: nil, at: moment).id
        #expect(try store.reserveNumber("号{year}-{sequence}", year: 2026, for: d) == "号2026-0001")
      }
    }

    /// A paper with the first number may have been sealed when issuing was cut short.
    @Test(arguments: Backend.allCases) func aNumberThatWasNotIssuedIsVoid(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let id = try store.open(matter: nil, at: moment).id
        let other = try store.open(matter: nil, at: moment).id
        #expect(try store.reserveNumber(pattern, year: 2026, for: id) == "云政许字〔2026〕第0001号")
        #expect(try store.reserveNumber(pattern, year: 2026, for: id) == "云政许字〔2026〕第0002号")
        #expect(try store.reserveNumber(pattern, year: 2026, for: other) == "云政许字〔2026〕第0003号")
        #expect(try store.check().results.void == ["云政许字〔2026〕第0001号"])
      }
    }

    /// Issuing failed in a process that lives: no paper with the number is anywhere, and it is not lost.
    @Test(arguments: Backend.allCases) func aNumberThatIsGivenBackIsTheCasesNextOne(
      on backend: Backend
    ) async throws {
      try await backend.withStore { store throws in
        let id = try store.open(matter: nil, at: moment).id
        let other = try store.open(matter: nil, at: moment).id
        func reserve(for id: String) throws -> String {
          try store.reserveNumber("{year}-{sequence}", year: 2026, for: id)
        }
        try store.database.write { try $0.add(NewJob(.issue, of: id, in: id, .batch)) }
        let job = try #require(try JobQueue(store).claim(by: "w"))
        for _ in 0..<3 {
          #expect(try reserve(for: id) == "2026-0001")
          try store.releaseNumber(under: job)
        }
        #expect(try reserve(for: other) == "2026-0002", "it is nobody else's")
        #expect(try store.check().results.void == [])
        #expect(try reserve(for: id) == "2026-0001")
        #expect(try reserve(for: id) == "2026-0003", "not given back: a paper may bear it")
        #expect(try store.check().results.void == ["2026-0001"])
      }
    }

    /// A worker that stood still for longer than its lease wakes while another one seals.
    @Test(arguments: Backend.allCases) func whoLostTheJobTouchesNoNumber(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let queue = JobQueue(store, lease: 1)
        let id = try store.open(matter: nil, at: moment).id
        try store.database.write { try $0.add(NewJob(.issue, of: id, in: id, .batch)) }
        let late = try #require(try queue.claim(by: "a"))
        try await Task.sleep(for: .milliseconds(20))
        #expect(try queue.tidyUp() == 1)
        let job = try #require(try queue.claim(by: "b"))

        let number = try store.reserveNumber(pattern, year: 2026, under: job)

        #expect(throws: Problem.leaseLost) {
          try store.reserveNumber(pattern, year: 2026, under: late)
        }
        #expect(throws: Problem.leaseLost) { try store.releaseNumber(under: late) }
        #expect(number == "云政许字〔2026〕第0001号")
        #expect(try store.check().results.void.isEmpty)
        #expect(
          try store.reserveNumber(pattern, year: 2026, under: job) != number, "it is not free")
      }
    }

    @Test(arguments: Backend.allCases) func noNumberForNoCase(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        #expect(throws: Problem.noSuchCase("x")) {
          try store.reserveNumber(pattern, year: 2026, for: "x")
        }
      }
    }
  }
}
