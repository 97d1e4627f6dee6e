/// What lies between the cases of one stack.
package struct Separators: Sendable, Equatable, Codable {
  /// The text in the QR code of a separator sheet; nil: none are used.
  package var sheet: String?
  /// A page without print ends a case.
  package var blankPage: Bool

  package init(sheet: String? = nil, blankPage: Bool = false) {
    self.sheet = sheet
    self.blankPage = blankPage
  }

  /// No stack is divided.
  package static let none = Separators()

  /// What a sheet says where nobody chose anything else.
  package static let standardSheet = "KANHE-NEXT-CASE"

  /// Whether every scanner of QR codes reads the text as it was written: other characters are guessed at.
  package static func canBeSheet(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

/// What is seen on a page before anything is read on it, as far as it divides a stack.
package struct PageMarks: Sendable, Equatable, Codable {
  /// Nothing is printed or written on it.
  package var isBlank: Bool
  /// The texts of its QR codes.
  package var codes: [String]

  package init(isBlank: Bool = false, codes: [String] = []) {
    self.isBlank = isBlank
    self.codes = codes
  }

  /// Whether it is a separator sheet, or has nothing on it: there is nothing to read.
  package func isEmpty(for separators: Separators) -> Bool {
    isBlank || isSheet(of: separators)
  }

  package func isSheet(of separators: Separators) -> Bool {
    separators.sheet.map(codes.contains) ?? false
  }

  enum CodingKeys: String, CodingKey {
    case isBlank = "blank"
    case codes
  }
}
