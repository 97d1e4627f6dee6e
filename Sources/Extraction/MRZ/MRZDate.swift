import Cases

/// Dates of six digits, whose century is not printed.
enum MRZDate {
  /// A birth date is the latest one that is not in the future.
  static func birth(_ digits: some Collection<Character>, today: CalendarDay) -> CalendarDay? {
    day(digits, centuries: [2000, 1900]) { $0 <= today }
  }

  /// A passport is valid for at most ten years from its issue: one that expired is seldom older than fifty years, and
  /// none ends more than twenty years from now.
  static func expiry(_ digits: some Collection<Character>, today: CalendarDay) -> CalendarDay? {
    day(digits, centuries: [2000, 1900, 2100]) { (-50...20).contains($0.year - today.year) }
  }

  /// Nil where a part is unknown and printed as fillers, or where there is no such day.
  private static func day(
    _ digits: some Collection<Character>, centuries: [Int], where suits: (CalendarDay) -> Bool
  ) -> CalendarDay? {
    let numbers = digits.compactMap(\.wholeNumberValue)
    guard numbers.count == 6, digits.count == 6 else { return nil }
    let parts = [0, 2, 4].map { numbers[$0] * 10 + numbers[$0 + 1] }
    return centuries.lazy
      .compactMap { CalendarDay(year: $0 + parts[0], month: parts[1], day: parts[2]) }
      .first(where: suits)
  }
}
