/// 准驾车型: one or more classes printed one after the other, `C1`, `A1A2`, `C1E`.
package enum DrivingClass {
  static let alphabet = "ABCDEFMNP123456"

  /// What readers make of the digit 1, which stands behind a letter only.
  private static let ones: Set<Character> = ["I", "L", "J", "|", "\\", "!"]

  /// Capital letters with the digits that classes have, `C1`, `A1A2`, each once; nil for what is no such row. There is
  /// no class G: it is a C. Which classes exist, `Models/codes` says.
  static func normalForm(of text: String) -> String? {
    var form = ""
    for character in text.uppercased() {
      let isBehindLetter = form.last.map { "ABC".contains($0) } ?? false
      let other: Character? =
        character == "G" ? "C" : isBehindLetter && ones.contains(character) ? "1" : nil
      form.append(other ?? character)
    }
    guard form.wholeMatch(of: /([ABC][1-6]|[DEFMNP])+/) != nil else { return nil }
    let classes = form.matches(of: /[A-Z][1-6]?/).map(\.output)
    return Set(classes).count == classes.count ? form : nil
  }

  /// The classes in order; nil where something else is printed between them or one is printed twice.
  package static func classes(in text: String, of known: Set<String>) -> [String]? {
    var classes: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let found = [rest.prefix(2), rest.prefix(1)].map { String($0) }.first(where: known.contains)
      guard let found, !classes.contains(found) else { return nil }
      classes.append(found)
      rest = rest.dropFirst(found.count)
    }
    return classes.isEmpty ? nil : classes
  }
}
