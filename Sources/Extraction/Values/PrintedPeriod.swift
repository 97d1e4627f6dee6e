/// A printed validity such as `2008.06.15-2028.06.15`, `2017年06月08日至2067年06月07日`, `2008.06.15-长期` or `长期`.
struct PrintedPeriod {
  /// What validity without an end is called in a normal form.
  static let longTerm = "long_term"

  /// Nil where only 长期 is printed.
  let from: CalendarDate?
  /// Nil for 长期.
  let until: CalendarDate?

  init?(printed text: String) {
    if text == "长期" || text == "永久" || text == "永续" {
      (from, until) = (nil, nil)
      return
    }
    for (index, character) in zip(text.indices, text) where "-至—－–~".contains(character) {
      guard let from = CalendarDate(printed: String(text[..<index])) else { continue }
      let rest = text[text.index(after: index)...].drop { "-至—－–~".contains($0) }
      if rest == "长期" {
        (self.from, until) = (from, nil)
        return
      }
      if let until = CalendarDate(printed: String(rest)), from < until {
        (self.from, self.until) = (from, until)
        return
      }
    }
    return nil
  }

  /// Of the years that such a document can be valid for.
  func lasts(oneOf years: [Int]) -> Bool {
    guard let from else { return false }
    guard let until else { return true }
    return years.contains { from.isFollowed(afterYears: $0, by: until) }
  }
}
