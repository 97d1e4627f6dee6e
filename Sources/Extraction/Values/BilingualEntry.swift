/// An entry of a passport's visual zone: `四川/SICHUAN`, or `ZENITH` where a state prints Latin letters alone.
enum BilingualEntry {
  /// The Chinese part, without spaces; else the whole with single spaces. Nil where there is nothing.
  static func value(in printed: String) -> String? {
    let chinese = printed.prefix { $0 != "/" && !$0.isASCII || $0.isWhitespace }
      .filter { !$0.isWhitespace }
    if chinese.contains(where: \.isHan) { return chinese }
    let text = printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}

/// 男 or 女, in a passport with M or F beside it or alone.
enum PrintedSex {
  private static let letters: [Character: Character] = ["M": "男", "F": "女"]

  /// Nil where neither or both are said; `printed` has no spaces and capital letters.
  static func value(in printed: String) -> String? {
    let said = Set(
      printed.compactMap { character -> Character? in
        "男女".contains(character) ? character : letters[character]
      })
    guard said.count == 1 else { return nil }
    return said.first.map { String($0) }
  }
}

extension Character {
  var isHan: Bool {
    unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
  }
}
