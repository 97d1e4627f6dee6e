/// A PDF object (ISO 32000-1, 7.3).
package indirect enum PDFValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// As written: a number that is only copied must not change.
  case real(String)
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
