import Cases
import Store
import Testing

struct NumberTests {
  private let pattern = "云政许字〔{year}〕第{sequence}号"

  @Test func countsByPatternAndYear() throws {
    let store = try CaseStore.inMemory()
    let (a, b) = (
      try store.open(matter: nil, at: moment).id, try store.open(matter: nil, at: moment).id
    )

    #expect(try store.reserveNumber(pattern, year: 2026, for: a) == "云政许字〔2026〕第0001号")
    #expect(try store.reserveNumber(pattern, year: 2026, for: b) == "云政许字〔2026〕第0002号")
    #expect(try store.reserveNumber(pattern, year: 2027, for: b) == "云政许字〔2027〕第0001号")
    #expect(try store.reserveNumber("号{year}-{sequence}", year: 2026, for: b) == "号2026-0001")
  }

  /// Issuing that was cut short goes on with the number it had.
  @Test func sameCaseGetsTheSameNumber() throws {
    let store = try CaseStore.inMemory()
    let id = try store.open(matter: nil, at: moment).id
    let first = try store.reserveNumber(pattern, year: 2026, for: id)
    #expect(try store.reserveNumber(pattern, year: 2026, for: id) == first)
  }

  @Test func noNumberForNoCase() throws {
    let store = try CaseStore.inMemory()
    #expect(throws: Problem.self) { try store.reserveNumber(pattern, year: 2026, for: "x") }
  }

  /// Two processes (here: two stores on one folder) at many counters.
  @Test func gaplessUnderConcurrency() async throws {
    try await withDataFolder { folder in
      let stores = [try CaseStore(in: folder), try CaseStore(in: folder)]
      let numbers = try await withThrowingTaskGroup(of: String.self) { group in
        for task in 0..<40 {
          group.addTask {
            let store = stores[task % 2]
            let id = try store.open(matter: nil, at: moment).id
            return try store.reserveNumber("{year}/{sequence}", year: 2026, for: id)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let expected = (1...40).map { "2026/00\($0 < 10 ? "0" : "")\($0)" }
      #expect(numbers.sorted() == expected)
    }
  }
}
