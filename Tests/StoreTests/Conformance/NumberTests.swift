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

    @Test(arguments: Backend.allCases) func noNumberForNoCase(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        #expect(throws: Problem.noSuchCase("x")) {
          try store.reserveNumber(pattern, year: 2026, for: "x")
        }
      }
    }
  }
}
