import Cases

/// Fills `{name}`, `{name|date}` and `{name|masked}` in the texts of a template.
struct Placeholders {
  var values: [String: String]

  /// - Throws: `missing_value` where a named value is not there: a result never shows a hole.
  func fill(_ text: String) throws(Problem) -> String {
    var filled = ""
    for part in try Self.parts(of: text) {
      switch part {
      case .text(let text): filled += text
      case .placeholder(let placeholder): filled += try value(of: placeholder)
      }
    }
    return filled
  }

  /// The names that stand in a text.
  static func names(in text: String) throws(Problem) -> Set<String> {
    var names: Set<String> = []
    for case .placeholder(let placeholder) in try parts(of: text) {
      names.insert(String(placeholder.prefix { $0 != "|" }))
    }
    return names
  }

  private enum Part {
    case text(Substring)
    case placeholder(Substring)
  }

  private static func parts(of text: String) throws(Problem) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw .badModel("template", "'{' without '}': \(text)")
      }
      parts += [.text(rest[..<open]), .placeholder(rest[rest.index(after: open)..<close])]
      rest = rest[rest.index(after: close)...]
    }
    return parts + [.text(rest)]
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
