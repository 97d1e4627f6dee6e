import Cases
import Foundation
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: ["2015-03-12", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func aDayIsWrittenAsItIsRead(_ text: String) {
    #expect(CalendarDay(text)?.description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-4-1", "20240401",
    "2024-04-01 ", "2024-04-01T00:00:00Z", "+024-04-01", "２０２４-04-01", "0000-01-01", "long_term",
    "",
  ])
  func whatIsNoDayIsRefused(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func daysAreInOrder() throws {
    let days = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"]
      .map { try #require(CalendarDay($0)) }
    #expect(days.shuffled().sorted() == days)
  }

  @Test(arguments: [
    ("1960-06-15", "2026-06-14", 65), ("1960-06-15", "2026-06-15", 66),
    ("2000-02-29", "2025-02-28", 24), ("2000-02-29", "2025-03-01", 25),
    ("2026-01-02", "2026-01-01", -1),
  ])
  func aPersonIsAYearOlderOnTheBirthday(_ born: String, _ on: String, _ age: Int) throws {
    #expect(try #require(CalendarDay(born)).age(on: try #require(CalendarDay(on))) == age)
  }

  @Test func hallsKeepTheTimeOfBeijing() throws {
    let evening = try Date("2026-11-22T16:00:00Z", strategy: .iso8601)
    #expect(CalendarDay(hallDayOf: evening).description == "2026-11-23")
    #expect(CalendarDay(hallDayOf: evening.addingTimeInterval(-1)).description == "2026-11-22")
  }
}
