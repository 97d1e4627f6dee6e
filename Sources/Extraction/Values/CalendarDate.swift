/// A day of the Gregorian calendar between 1900 and 2199.
struct CalendarDate: Equatable, Comparable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Nil where there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (1900..<2200).contains(year), (1...12).contains(month) else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Printed with 年月日, points, hyphens or slashes; nil where it is anything else.
  init?(printed text: String) {
    let parts = text.split { "年月日.-/．－".contains($0) }
    guard parts.count == 3, text.first?.isNumber == true,
      parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// ISO 8601.
  var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  static func < (one: CalendarDate, other: CalendarDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  /// Whether `other` is that many years later, to the day or a day less.
  func isFollowed(afterYears years: Int, by other: CalendarDate) -> Bool {
    guard other.year == year + years else { return false }
    if other.month == month && (other.day == day || other.day == day - 1) { return true }
    // 29 February has no twin in most years, and the day before a first is the last of a month.
    return (month == 2 && day == 29 && other.month == 3 && other.day == 1)
      || (day == 1 && other.day >= 28 && (other.month == month - 1))
  }
}
