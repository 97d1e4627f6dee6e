import Cases

/// Dates whose digits were read and whose separators were not: `1979年9局18日`.
///
/// Three numbers of which the first has four digits and that make a day are that day; what stood between them does not
/// matter. Nothing is guessed of a digit.
enum DigitGroups {
  /// The normal form of a date, or what a period is printed as; nil where the digits do not say one thing.
  static func decoded(_ raw: String, _ type: FieldType) -> String? {
    let numbers = raw.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    switch type {
    case .date:
      return numbers.count == 3 ? day(numbers[...])?.description : nil
    case .period:
      guard let from = numbers.count >= 3 ? day(numbers[..<3]) : nil else { return nil }
      if numbers.count == 3, raw.hasSuffix("长期") { return "\(from.printed)-长期" }
      guard numbers.count == 6, let until = day(numbers[3...]) else { return nil }
      return "\(from.printed)-\(until.printed)"
    default: return nil
    }
  }

  private static func day(_ numbers: ArraySlice<String>) -> CalendarDay? {
    let parts = Array(numbers)
    guard parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CalendarDay(ofDocument: year, month, day)
  }
}

extension CalendarDay {
  fileprivate var printed: String { description.replacing("-", with: ".") }
}
