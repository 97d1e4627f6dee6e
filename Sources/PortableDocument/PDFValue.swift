/// A PDF object (ISO 32000-1, 7.3).
package indirect enum PDFValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// As written: a number that is only copied must not change.
  case real(String)
  /// As written, each byte a scalar of its own (U+0000 to U+00FF): names are bytes in no encoding (7.3.5), and among these
  /// scalars no two different strings are equal.
  case name(String)
  case string(PDFString)
  case array([PDFValue])
  case dictionary(PDFDictionary)
  /// Object number; the generation is always 0 in files that are accepted here.
  case reference(Int)
}

extension PDFValue {
  package var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  package var name: String? { if case .name(let value) = self { value } else { nil } }
  package var string: PDFString? { if case .string(let value) = self { value } else { nil } }
  package var array: [PDFValue]? { if case .array(let value) = self { value } else { nil } }
  package var dictionary: PDFDictionary? {
    if case .dictionary(let value) = self { value } else { nil }
  }
  package var reference: Int? { if case .reference(let value) = self { value } else { nil } }
  /// An array of whole numbers and nothing else: what others look up in place of a number must not be passed over.
  package var integers: [Int]? { all(\.integer) }
  /// An array of numbers and nothing else.
  package var numbers: [Double]? { all(\.number) }

  private func all<Part>(_ part: (PDFValue) -> Part?) -> [Part]? {
    guard let values = array else { return nil }
    let parts = values.compactMap(part)
    return parts.count == values.count ? parts : nil
  }

  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let text): Double(text)
    default: nil
    }
  }

  /// Every dictionary and reference in it, itself included.
  package func forEachPart(_ visit: (PDFValue) -> Void) {
    switch self {
    case .dictionary(let dictionary):
      visit(self)
      for entry in dictionary.entries { entry.value.forEachPart(visit) }
    case .array(let values):
      for value in values { value.forEachPart(visit) }
    case .reference: visit(self)
    default: return
    }
  }
}
