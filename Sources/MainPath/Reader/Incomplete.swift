package import Cases

extension FileReading {
  /// Adds what was read on a page. Where the page was given up half-way, because it took more work than any paper does, it is
  /// said that something was not recognised there, and a person looks at all of it.
  package mutating func add(
    _ documents: [DocumentReading], of page: Int, isIncomplete: Bool
  ) {
    guard isIncomplete else {
      self.documents += documents
      return
    }
    warnings.append(ReadingWarning(code: .notADocument, score: 1, page: page))
    self.documents += documents.map { document in
      var document = document
      document.fields = document.fields.mapValues(\.forAPerson)
      document.mrz = document.mrz?.mapValues(\.forAPerson)
      return document
    }
  }
}

extension Field {
  /// The same, not to be used before a person has looked at it.
  fileprivate var forAPerson: Field {
    var field = self
    if field.state == .accepted { field.state = .review }
    return field
  }
}
