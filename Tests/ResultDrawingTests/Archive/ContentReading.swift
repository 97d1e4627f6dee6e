import Foundation

/// A content stream in its tokens.
struct ContentReading {
  /// ISO 32000-1, annex A, as far as our streams go, and what they might go to.
  static let known: Set<String> = [
    "b", "B", "BDC", "BMC", "BT", "c", "cm", "Do", "EMC", "ET", "f", "g", "G", "gs", "h", "l", "m",
    "n", "q", "Q", "re", "rg", "RG", "S", "Tf", "TJ", "Tm", "Ts", "W", "w",
  ]

  private let tokens: [Substring]

  init(_ data: [UInt8]) {
    tokens = String(decoding: data, as: UTF8.self)
      .replacing(/\[([^\]]*)\]/) { " [\($0.1.filter { $0 != " " })] " }
      .split { " \n\r".contains($0) }
  }

  /// What is no number, name, string, array or dictionary.
  var operators: [String] {
    tokens.filter { $0.first.map { $0.isLetter } == true && !$0.hasSuffix(">>") }.map(String.init)
  }

  /// How deep graphics states are saved.
  var nesting: Int {
    var (depth, most) = (0, 0)
    for token in tokens {
      if token == "q" { depth += 1 } else if token == "Q" { depth -= 1 }
      most = max(most, depth)
    }
    return most
  }

  /// The codes shown in a font, and those of them that an /ActualText spells.
  func codes(of font: String) -> (all: Set<Int>, spelled: Set<Int>) {
    var codes: (all: Set<Int>, spelled: Set<Int>) = ([], [])
    var (isCurrent, isSpelled) = (false, false)
    for token in tokens {
      if token.hasPrefix("/F") { isCurrent = token.dropFirst() == font }
      if token.hasPrefix("<</ActualText") { isSpelled = true }
      if token == "EMC" { isSpelled = false }
      guard isCurrent, token.hasPrefix("[<") else { continue }
      for string in token.matches(of: /<([0-9A-F]*)>/) {
        var digits = string.1
        while digits.count >= 4 {
          if let code = Int(digits.prefix(4), radix: 16) {
            codes.all.insert(code)
            if isSpelled { codes.spelled.insert(code) }
          }
          digits = digits.dropFirst(4)
        }
      }
    }
    return codes
  }
}

extension QPDFReading {
  /// Of pages and of forms.
  var contents: [ContentReading] {
    let pages = dictionaries("/Type", "/Page").compactMap { data(of: $0["/Contents"]) }
    let forms = objects.values.filter { $0.value["/Subtype"] == .string("/Form") }
      .compactMap(\.data)
    return (pages + forms).map(ContentReading.init)
  }
}
