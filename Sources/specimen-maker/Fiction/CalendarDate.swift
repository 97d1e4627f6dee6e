/// A day, as documents print it.
struct CalendarDate: Equatable {
  var year, month, day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Any day up to the 28th, so that it exists in every month and year.
  static func any(in years: ClosedRange<Int>, _ random: inout Randomness) -> CalendarDate {
    CalendarDate(random.whole(years), random.whole(1...12), random.whole(1...28))
  }

  func adding(years: Int) -> CalendarDate { CalendarDate(year + years, month, day) }

  /// `2015-03-12`
  var iso: String { "\(year)-\(padded(month))-\(padded(day))" }
  /// `2015.03.12`
  var dotted: String { "\(year).\(padded(month)).\(padded(day))" }
  /// `2015年03月12日`
  var chinese: String { "\(year)年\(padded(month))月\(padded(day))日" }
  /// `2015年3月12日`
  var shortChinese: String { "\(year)年\(month)月\(day)日" }
  /// `20150312`
  var compact: String { "\(year)\(padded(month))\(padded(day))" }

  /// `150312`
  var short: String { String(compact.dropFirst(2)) }
  /// `12 MAR 2015`
  var passport: String { "\(padded(day)) \(Self.months[month - 1]) \(year)" }
  /// `12 3月/MAR 2015`
  var bilingual: String { "\(padded(day)) \(month)月/\(Self.months[month - 1]) \(year)" }

  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
