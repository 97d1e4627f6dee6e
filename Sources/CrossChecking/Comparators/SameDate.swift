import Cases

/// Days in ISO 8601 and `long_term`. References often hold `20150312`, `2015/3/12`, `2015.03.12` or `2015年3月12日`.
struct SameDate: Comparator {
  func normal(_ text: String) -> String? {
    let text = text.inHalfWidth.withoutLayoutSpaces
    if text == "long_term" || text == "长期" { return "long_term" }
    if text.utf8.count == 8, let digits = Int(text) {
      return day(digits / 10000, digits / 100 % 100, digits % 100)
    }
    let parts = text.split(whereSeparator: { "-/.年月日".contains($0) }).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return self.day(year, month, day)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    CalendarDay(year: year, month: month, day: day)?.description
  }
}
