import Cases

/// Fills `{name}`, `{name|date}` and `{name|masked}` in the texts of a template.
struct Placeholders {
  var values: [String: String]

  /// - Throws: `missing_value` where a named value is not there: a result never shows a hole.
  func fill(_ text: String) throws(Problem) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw .badModel("template", "'{' without '}': \(text)")
      }
      filled += try value(of: rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private func value(of placeholder: Substring) throws(Problem) -> String {
    let parts = placeholder.split(separator: "|", maxSplits: 1)
    guard let name = parts.first, let value = values[String(name)], !value.isEmpty else {
      throw .missingValue(String(placeholder))
    }
    switch parts.dropFirst().first {
    case nil: return value
    case "date": return CalendarDay(value)?.inWords ?? value
    case "masked": return Self.masked(value)
    case let other?: throw .badModel("template", "unknown filter '\(other)'")
    }
  }

  /// An identity number without the birth date in its digits 7 to 14; of other values all but four characters hidden.
  static func masked(_ value: String) -> String {
    let characters = Array(value)
    guard characters.count == 18 else {
      return String(repeating: "*", count: max(0, characters.count - 4)) + characters.suffix(4)
    }
    return String(characters[..<6]) + "********" + String(characters[14...])
  }
}
