import Cases

/// How two values are the same fact. Each has a normal form of its own; what was read is never changed by it.
protocol Comparator: Sendable {
  /// Nil where the text is not of the kind that is compared (no date, no number, nothing at all).
  func normal(_ text: String) -> String?
}

extension Comparison {
  /// Nil for what compares no two values: `equals` looks at the record alone, `listed` looks one value up.
  var comparator: (any Comparator)? {
    switch self {
    case .same: SameText()
    case .sameName: SameName()
    case .sameAddress: SameAddress()
    case .sameCode: SameCode()
    case .date: SameDate()
    case .number: SameNumber()
    case .equals, .listed: nil
    }
  }
}

extension String {
  var orNilIfEmpty: String? { isEmpty ? nil : self }
}
