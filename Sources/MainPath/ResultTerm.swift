import Cases
import Foundation

/// From the day of issue to the last day in force, by the hall's calendar.
struct ResultTerm: Sendable {
  let firstDay: CalendarDay
  /// Nil for ever.
  let lastDay: CalendarDay?
  /// The end of the last day.
  let end: Date?

  /// A term of four years ends the day before the fourth anniversary.
  init(months: Int?, from now: Date) {
    self.init(from: now, until: months.map { (.month, $0) })
  }

  /// The day of issue does not count (民法典 第二百零一条).
  init(days: Int, from now: Date) { self.init(from: now, until: (.day, days + 1)) }

  private init(from now: Date, until length: (Calendar.Component, Int)?) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
    firstDay = CalendarDay(hallDayOf: now)
    end = length.flatMap { unit, count in
      calendar.date(byAdding: unit, value: count, to: calendar.startOfDay(for: now))?
        .addingTimeInterval(-1)
    }
    lastDay = end.map { CalendarDay(hallDayOf: $0) }
  }
}
