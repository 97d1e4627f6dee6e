import Cases

/// Days as documents print them.
extension CalendarDay {
  /// Nobody who applies was born earlier, and no document is valid longer.
  private static let printedYears = 1900..<2200

  /// Nil where there is no such day, or none that a document could mean.
  init?(ofDocument year: Int, _ month: Int, _ day: Int) {
    guard Self.printedYears.contains(year) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Printed with 年月日, points, hyphens or slashes; nil where it is anything else.
  init?(printed text: String) {
    let parts = text.split { "年月日.-/．－".contains($0) }
    if let day = Self.day(ofPairs: text) ?? Self.day(ofMarked: text) {
      self = day
      return
    }
    guard parts.count == 3, text.first?.isNumber == true,
      parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(ofDocument: year, month, day)
  }

  /// Small marks are read as others, and some specks as marks. Between groups that are whole none of them can be a figure.
  private static func day(ofMarked text: String) -> CalendarDay? {
    let print =
      /([0-9]{4})[年.\-\/．－·:：,，]{1,2}([0-9]{2})[月.\-\/．－·:：,，]{1,2}([0-9]{2})日?[.\-·:：,，]?/
    guard let match = text.wholeMatch(of: print),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
    else { return nil }
    return CalendarDay(ofDocument: year, month, day)
  }

  /// Points and hyphens are small enough to get lost: with one of the two, eight digits say the same.
  private static func day(ofPairs text: String) -> CalendarDay? {
    guard text.count == 9,
      let match = text.wholeMatch(of: /([0-9]{4})[.\-\/．－·]?([0-9]{2})[.\-\/．－·]?([0-9]{2})/),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
    else { return nil }
    return CalendarDay(ofDocument: year, month, day)
  }

  /// Whether `other` is that many years later, to the day or a day less.
  func isFollowed(afterYears years: Int, by other: CalendarDay) -> Bool {
    guard other.year == year + years else { return false }
    if other.month == month && (other.day == day || other.day == day - 1) { return true }
    // 29 February has no twin in most years, and the day before a first is the last of a month.
    return (month == 2 && day == 29 && other.month == 3 && other.day == 1)
      || (day == 1 && other.day >= 28 && (other.month == month - 1))
      || (day == 1 && month == 1 && other.month == 12 && other.day == 31)
  }
}
