/// What a scanner's file names say: `{case}_{page}` for `0815_1.jpg`, `0815_2.jpg`.
///
/// `{case}` stands for one or more characters, `{page}` for digits, `*`, once, for anything or nothing; the rest stands for
/// itself. The extension is not part of it.
package struct NamePattern: Sendable, Equatable {
  package let text: String
  private let parts: [Part]

  private enum Part: Equatable {
    case letter(Character)
    case caseName, page, anything
  }

  /// What a name says: to which case the file belongs, and which of its pages it begins with.
  package struct Match: Sendable, Equatable {
    package let caseName: String
    package let page: Int?
  }

  /// nil where `{case}` is not in it exactly once, or `{page}` more than once.
  package init?(_ text: String) {
    self.text = text
    var parts: [Part] = []
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("{case}") {
        parts.append(.caseName)
        rest = rest.dropFirst("{case}".count)
      } else if rest.hasPrefix("{page}") {
        parts.append(.page)
        rest = rest.dropFirst("{page}".count)
      } else {
        parts.append(first == "*" ? .anything : .letter(first))
        rest = rest.dropFirst()
      }
    }
    guard parts.count(where: { $0 == .caseName }) == 1, parts.count(where: { $0 == .page }) <= 1,
      parts.count(where: { $0 == .anything }) <= 1
    else { return nil }
    self.parts = parts
  }

  /// What a name without its extension says; nil where it does not fit.
  package func match(_ name: String) -> Match? {
    var found = Found()
    guard fit(parts[...], Array(name)[...], &found), let caseName = found.caseName else {
      return nil
    }
    return Match(caseName: caseName, page: found.page)
  }

  private struct Found {
    var caseName: String?
    var page: Int?
  }

  /// The longest case name that leaves room for the rest. Names are short and wildcards few, so that trying ends.
  private func fit(_ parts: ArraySlice<Part>, _ name: ArraySlice<Character>, _ found: inout Found)
    -> Bool
  {
    guard let part = parts.first else { return name.isEmpty }
    let rest = parts.dropFirst()
    switch part {
    case .letter(let letter):
      return name.first == letter && fit(rest, name.dropFirst(), &found)
    case .caseName:
      guard let count = longest(1, of: name, { fit(rest, $0, &found) }) else { return false }
      found.caseName = String(name.prefix(count))
      return true
    case .page:
      let digits = name.prefix { $0.isASCII && $0.isNumber }.prefix(9)
      guard
        let count = longest(
          1, of: digits, { fit(rest, name.dropFirst($0.startIndex - name.startIndex), &found) })
      else { return false }
      found.page = Int(String(name.prefix(count)))
      return true
    case .anything:
      return longest(0, of: name, { fit(rest, $0, &found) }) != nil
    }
  }

  /// The largest number of characters, at least `least`, after which the rest fits.
  private func longest(
    _ least: Int, of name: ArraySlice<Character>, _ fits: (ArraySlice<Character>) -> Bool
  ) -> Int? {
    guard name.count >= least else { return nil }
    return (least...name.count).reversed().first { fits(name.dropFirst($0)) }
  }
}
