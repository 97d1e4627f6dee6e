import Cases

extension CaseStore {
  /// The hall's day and a number that was not counted out before. The day's other cases wait for this one.
  func nextID(on day: CalendarDay, _ session: any SQLSession) throws -> String {
    let number = try session.value(
      """
      INSERT INTO caseCounter (day, last) VALUES (?, 1)
      ON CONFLICT (day) DO UPDATE SET last = caseCounter.last + 1 RETURNING last
      """, [day.description], as: Int.self)
    return "\(day.description.filter { $0 != "-" })-\(fourDigits(number ?? 1))"
  }

  /// It becomes the name of a folder, so it is letters and digits without a way out of one.
  func checked(_ id: String) throws -> String {
    guard id.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,99}/) != nil else {
      throw Problem.badCaseID(id)
    }
    return id
  }
}

/// At least four digits, `0007`.
func fourDigits(_ number: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
