import Foundation
import SwiftASN1

/// Times as GB/T 38540 writes them: GeneralizedTime in UTC, whole seconds.
enum SESTime {
  static func generalized(_ date: Date) throws -> GeneralizedTime {
    let parts = utc.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    return try GeneralizedTime(
      year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0,
      hours: parts.hour ?? 0, minutes: parts.minute ?? 0, seconds: parts.second ?? 0,
      fractionalSeconds: 0)
  }

  /// nil for times that are none, 24 November 26:00 among them.
  static func date(_ time: GeneralizedTime) -> Date? {
    let parts = DateComponents(
      year: time.year, month: time.month, day: time.day, hour: time.hours, minute: time.minutes,
      second: time.seconds)
    guard time.fractionalSeconds == 0, let date = utc.date(from: parts),
      (try? generalized(date)) == time
    else { return nil }
    return date
  }

  private static let utc: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()
}
