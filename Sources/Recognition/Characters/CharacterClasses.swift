/// The characters that a model prints, and which class a character belongs to that another reader printed.
struct CharacterClasses {
  let names: [String]
  /// By class number, what a character of that class costs when a line is cut: marks and letters are found in any
  /// piece of a character, Han characters are not.
  let costs: [Double]
  /// By class number, how wide a gap between its parts may be, in ink heights: digits and letters hold together.
  let gaps: [Double]
  private let numbers: [String: Int]
  private let nameClasses: [Bool]

  /// Forms of one width that stand for a class of another.
  private static let otherForms = [
    "(": "（", ")": "）", ",": "，", ";": "；", ":": "：", "•": "·", "・": "·", "．": ".", "―": "—",
    "－": "-",
    "–": "-", "／": "/", "＆": "&", "＋": "+", "＃": "#", "＊": "*", "％": "%", "¥": "￥",
  ]

  init(_ names: [String]) {
    self.names = names
    var numbers: [String: Int] = [:]
    for (number, name) in names.enumerated() where numbers[name] == nil && !name.isEmpty {
      numbers[name] = number
    }
    self.numbers = numbers
    let isHan = names.map { $0.unicodeScalars.first?.properties.isIdeographic ?? false }
    costs = names.indices.map { number in
      if isHan[number] { return 0 }
      let isDigit = names[number].unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
      return isDigit ? 0.1 : 0.6
    }
    gaps = names.indices.map {
      isHan[$0] ? 0.45 : names[$0] == "“" || names[$0] == "”" ? 0.3 : 0.08
    }
    nameClasses = names.indices.map { isHan[$0] || names[$0] == "·" }
  }

  /// Nil for what the model does not know.
  func number(of text: String) -> Int? {
    if let number = numbers[text] { return number }
    if let form = Self.otherForms[text] { return numbers[form] }
    // Full-width digits and letters.
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      (0xFF10...0xFF5A).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return nil }
    return numbers[String(Character(half))]
  }

  /// By class number whether it may be named; nil where everything may.
  func allowed(by repertoire: CharacterRepertoire) -> [Bool]? {
    switch repertoire {
    case .anything: return nil
    case .names: return nameClasses
    case .only(let alphabet):
      var allowed = [Bool](repeating: false, count: names.count)
      for character in alphabet {
        if let number = number(of: String(character)) { allowed[number] = true }
      }
      return allowed
    }
  }
}

/// Which characters may come out of a line.
package enum CharacterRepertoire: Sendable, Equatable {
  case anything
  /// Han characters and the middle dot.
  case names
  case only(String)
}
