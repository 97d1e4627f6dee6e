import Foundation
import Store
import Testing

/// Not a test of right and wrong: prints how many results are issued in a second. Runs where KANHE_MEASURE is set.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KANHE_MEASURE"] != nil))
struct SpeedTests {
  private static let results = 400

  @Test(arguments: Backend.allCases, [1, 8]) func issuing(on backend: Backend, by tasks: Int)
    async throws
  {
    try await backend.withWorld { world in
      let store = try world.store()
      let records = try (0..<Self.results).map { _ in try store.open(matter: "m", at: moment) }
      let picture = [UInt8](repeating: 5, count: 60_000)
      let start = ContinuousClock.now
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<tasks {
          group.addTask {
            for number in stride(from: task, to: Self.results, by: tasks) {
              try store.issueSample(
                records[number], as: String(format: "%025d", number), hiddenPDF: picture)
            }
          }
        }
        try await group.waitForAll()
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      print(
        "\(backend.rawValue), \(tasks) at once: \(Int(Double(Self.results) / seconds)) issued/s")
    }
  }

  @Test(arguments: Backend.allCases) func importing(on backend: Backend) async throws {
    try await backend.withStore { store throws in
      let rows = (0..<50_000).map { "\($0),name \($0),status \($0 % 7),place \($0 % 1000)" }
      let csv = Array(("id,name,status,place\n" + rows.joined(separator: "\n")).utf8)
      for turn in ["first", "again"] {
        let start = ContinuousClock.now
        try store.importReference("people", csv: csv, at: moment)
        print("\(backend.rawValue), 50,000 rows, \(turn): \(ContinuousClock.now - start)")
      }
      let start = ContinuousClock.now
      for number in 0..<200 {
        #expect(try store.rows(in: "people", where: ["id": "\(number * 17)"]).count == 1)
      }
      print("\(backend.rawValue), a lookup: \((ContinuousClock.now - start) / 200)")
    }
  }
}
