import Cases
import Foundation

/// Times as the halls' pages print them: all of China keeps one time, eight hours before UTC.
enum HallTime {
  /// From RFC 3339.
  static func moment(_ time: String) -> Date? { try? Date(time, strategy: .iso8601) }

  /// `2026-11-23` from RFC 3339; the text itself where it is none.
  static func day(ofTime time: String) -> String {
    moment(time).map { CalendarDay(hallDayOf: $0).description } ?? time
  }

  /// `2026-11-23 12:30`.
  static func minute(of moment: Date) -> String {
    let style = Date.VerbatimFormatStyle(
      format: """
        \(year: .defaultDigits)-\(month: .twoDigits)-\(day: .twoDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)
        """,
      locale: Locale(identifier: "en_US_POSIX"),
      timeZone: TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt,
      calendar: Calendar(identifier: .gregorian))
    return moment.formatted(style)
  }

  /// Digits in groups of five, as people read them out.
  static func grouped(_ digits: String) -> String {
    stride(from: 0, to: digits.count, by: 5)
      .map { String(digits.dropFirst($0).prefix(5)) }
      .joined(separator: " ")
  }
}
