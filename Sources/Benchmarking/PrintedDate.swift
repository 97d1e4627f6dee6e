/// Dates as documents print them, in normal form: ISO 8601, or `long_term` for an open end.
enum PrintedDate {
  static let longTerm = "long_term"

  /// What a text says that is one date and nothing else: `2015年3月12日`, `2015.03.12`, `12 MAR 2015`, `长期`.
  static func whole(_ text: String) -> String? {
    let text = normalized(text)
    if text == longTerm || text == "长期" { return longTerm }
    if let match = text.wholeMatch(of: /(\d{4})[年.\-\/](\d{1,2})[月.\-\/](\d{1,2})日?/) {
      return iso(match.1, match.2, match.3)
    }
    // As passports print it, the month perhaps in both languages (12 3月/MAR 2015).
    if let match = text.uppercased().wholeMatch(of: /(\d{2})(?:\d{1,2}月\/)?([A-Z]{3})(\d{4})/),
      let month = months.firstIndex(of: String(match.2))
    {
      return iso(match.3, "\(month + 1)", match.1)
    }
    return nil
  }

  /// Both ends of a printed period (`2008.06.15-2013.06.15`, `2008年6月15日至长期`); a period that only says that it is
  /// open has no beginning.
  static func period(_ text: String) -> (from: String?, until: String?) {
    let text = normalized(text)
    var found = text.matches(of: /(\d{4})[年.\-\/](\d{1,2})[月.\-\/](\d{1,2})/)
      .map { iso($0.1, $0.2, $0.3) }
    if text.contains("长期") || text.contains(longTerm) {
      if found.isEmpty { return (nil, longTerm) }
      found.append(longTerm)
    }
    return (found.first, found.count > 1 ? found[1] : nil)
  }

  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  private static func iso(
    _ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol
  ) -> String {
    "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  private static func twoDigits(_ number: some StringProtocol) -> String {
    number.count < 2 ? "0\(number)" : String(number)
  }
}
