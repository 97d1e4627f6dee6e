/// What must be read in one field.
package struct Expectation: Sendable, Equatable {
  /// As it stands on the paper, as far as the truth file says.
  package let printed: String
  /// The normal form that is right, normalised for comparison.
  package let value: String

  /// - Parameter isBilingual: whether the entry may be printed in two languages (中国/CHINESE), of which the Chinese
  ///   part is the value.
  package init(_ printed: String, isBilingual: Bool = false) {
    self.printed = printed
    if let date = PrintedDate.whole(printed) {
      value = date
    } else if isBilingual, let sex = Self.sexes[printed] {
      value = sex
    } else if isBilingual, let chinese = Self.chinesePart(of: printed) {
      value = normalized(chinese)
    } else {
      value = normalized(printed)
    }
  }

  /// - Parameter value: in normal form.
  package init(value: String, printed: String) {
    self.printed = printed
    self.value = normalized(value)
  }

  /// Whether a value is the right one. What is printed has no say: it is the value that is used.
  package func isMet(by value: String?) -> Bool {
    value.map { normalized($0) == self.value } ?? false
  }

  /// Wrong, missing and superfluous characters of a value.
  package func edits(in value: String?) -> Int {
    editDistance(normalized(value ?? ""), self.value)
  }

  /// Passports print a letter where there is no Chinese.
  private static let sexes = ["M": "男", "F": "女"]

  private static func chinesePart(of text: String) -> String? {
    guard let slash = text.firstIndex(where: { $0 == "/" || $0 == "／" }) else { return nil }
    let part = text[..<slash]
    return part.unicodeScalars.contains(where: \.properties.isIdeographic) ? String(part) : nil
  }
}
