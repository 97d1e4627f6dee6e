import Cases

/// A printed validity such as `2008.06.15-2028.06.15`, `2017年06月08日至2067年06月07日`, `2008.06.15-长期` or `长期`.
struct PrintedPeriod {
  /// What validity without an end is called in a normal form.
  static let longTerm = "long_term"

  /// Nil where only 长期 is printed.
  let from: CalendarDay?
  /// Nil for 长期.
  let until: CalendarDay?

  init?(printed text: String) {
    if text == "长期" || text == "永久" || text == "永续" {
      (from, until) = (nil, nil)
      return
    }
    for (index, character) in zip(text.indices, text) where "-至—－–~".contains(character) {
      guard let from = Self.day(text[..<index]) else { continue }
      let rest = text[text.index(after: index)...].drop { "-至—－–~".contains($0) }
      if rest == "长期" {
        (self.from, until) = (from, nil)
        return
      }
      if let until = Self.day(rest), from < until {
        (self.from, self.until) = (from, until)
        return
      }
    }
    // The hyphen is small enough to get lost.
    if text.hasSuffix("长期"), let from = Self.day(text.dropLast(2)) {
      (self.from, until) = (from, nil)
      return
    }
    if let lasting = Self.lasting(text) {
      (from, until) = lasting
      return
    }
    guard let digits = Self.digits(text) else { return nil }
    (from, until) = digits
  }

  /// Two days of which the hyphen between them got lost.
  private static func digits(_ text: String) -> (CalendarDay, CalendarDay)? {
    for place in text.indices.dropFirst(8) {
      guard let from = day(text[..<place]), let until = day(text[place...]), from < until else {
        continue
      }
      return (from, until)
    }
    return nil
  }

  /// A first day and a number of years, `2021-02-20有效期限10年`, as driving licences printed it; the labels between them
  /// may have been read in any way.
  private static func lasting(_ text: String) -> (CalendarDay, CalendarDay)? {
    let printed = text.drop { !$0.isWholeNumber }
    guard let from = CalendarDay(printed: String(printed.prefix(10))) else { return nil }
    let rest = printed.dropFirst(10).drop { !$0.isWholeNumber }
    guard rest.last == "年", let years = Int(rest.dropLast()), (1...30).contains(years),
      let until = CalendarDay(ofDocument: from.year + years, from.month, from.day)
    else { return nil }
    return (from, until)
  }

  /// Points are small enough to get lost: eight digits say the same.
  private static func day(_ text: Substring) -> CalendarDay? {
    if let day = CalendarDay(printed: String(text)) { return day }
    guard text.count == 8, text.allSatisfy(\.isWholeNumber), let number = Int(text) else {
      return nil
    }
    return CalendarDay(ofDocument: number / 10_000, number / 100 % 100, number % 100)
  }

  /// Of the years that such a document can be valid for.
  func lasts(oneOf years: [Int]) -> Bool {
    guard let from else { return false }
    guard let until else { return true }
    return years.contains { from.isFollowed(afterYears: $0, by: until) }
  }
}
