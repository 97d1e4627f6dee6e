import Cases

/// What the documents of a case say, as far as it may be compared.
struct Evidence {
  let documents: [DocumentReading]

  init(_ documents: [DocumentReading]) { self.documents = documents }

  /// A value that can be compared, or why there is none.
  enum Statement {
    case said(String)
    case unsaid(Comparing)
  }

  func statement(of text: String) -> Statement {
    guard let path = FieldPath(text) else { return .unsaid(.missing(text)) }
    guard let field = documents.best(path), let value = field.value, !value.isEmpty else {
      return .unsaid(.missing(text))
    }
    switch field.state {
    case .accepted: return .said(value)
    case .review: return field.isMisread ? .unsaid(.missing(text)) : .said(value)
    case .missing, .withheld: return .unsaid(.missing(text))
    }
  }

  /// The fact that two documents of the case both print.
  func compareWithinCase(_ rule: CheckRule) -> Comparing {
    switch (statement(of: rule.value), statement(of: rule.with)) {
    case (.unsaid(let why), _), (_, .unsaid(let why)): why
    case (.said(let left), .said(let right)): compare(left, right, as: rule.comparator ?? .same)
    }
  }

  func compare(_ left: String, _ right: String, as comparison: Comparison) -> Comparing {
    guard let comparator = comparison.comparator, let left = comparator.normal(left),
      let right = comparator.normal(right)
    else { return .incomparable }
    return left == right ? .agrees : .differs(left, right)
  }
}

extension Field {
  /// A check of its own form failed, a check digit or a date: what was read is not what is printed, and comparing it
  /// would put the blame on the other side.
  fileprivate var isMisread: Bool {
    checks.contains { $0.id != "agrees" && $0.result == .fail }
  }
}
