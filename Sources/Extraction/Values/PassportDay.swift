import Cases

/// The months as passports print them (ICAO Doc 9303-3, section 3.8).
enum PassportMonth {
  static let names = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]
  static let letters = String(Set(names.joined()).sorted())

  /// 1 to 12. Digits are read for letters of the same shape: 0CT is October.
  static func number(of text: some StringProtocol) -> Int? {
    let letters = String(text.map { Lookalikes.letter(for: $0) ?? $0 })
    return names.firstIndex(of: letters).map { $0 + 1 }
  }

  /// Whether it is that month's abbreviation, with one letter read wrongly at most, and not another month's.
  static func mayBe(_ text: some StringProtocol, _ month: Int) -> Bool {
    guard text.count == 3, names.indices.contains(month - 1) else { return false }
    if let number = number(of: text) { return number == month }
    let letters = text.map { Lookalikes.letter(for: $0) ?? $0 }
    return zip(letters, names[month - 1]).count { $0 != $1 } <= 1
  }
}

extension CalendarDay {
  /// A day of a passport's visual zone: day, month and year, the month as an abbreviation, and before it, in Chinese
  /// passports, as a number: `12 6月/JUN 1997`, `02 JUL 1966`. The two months must agree: of the abbreviation one
  /// letter may have been read wrongly.
  init?(ofPassport printed: String) {
    let text = printed.filter { !$0.isWhitespace && $0 != "/" }.uppercased()
    guard text.allSatisfy({ $0.isASCII || $0 == "月" }), text.count >= 9,
      let day = Int(text.prefix(2)), let year = Int(text.suffix(4)), year > 999
    else { return nil }
    let between = text.dropFirst(2).dropLast(4)
    let parts = between.split(separator: "月", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      guard let month = PassportMonth.number(of: between) else { return nil }
      self.init(ofDocument: year, month, day)
    case 2:
      guard let month = Int(parts[0]), PassportMonth.mayBe(parts[1], month) else { return nil }
      self.init(ofDocument: year, month, day)
    default: return nil
    }
  }
}
