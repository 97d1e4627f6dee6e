extension [DocumentReading] {
  /// Which document says `kind.field` best: what a person confirmed, then accepted before review before withheld before
  /// missing, and of equals the first. A paper that was handed in twice is used where it can be read.
  package func bestDocument(for path: FieldPath) -> Int? {
    indices
      .filter { self[$0].kind == path.kind && self[$0].fields[path.field] != nil }
      .min { rank(of: path, in: $0) < rank(of: path, in: $1) }
  }

  /// The field named `kind.field`, from the document that says it best.
  package func best(_ path: FieldPath) -> Field? {
    bestDocument(for: path).flatMap { self[$0].fields[path.field] }
  }

  private func rank(of path: FieldPath, in index: Int) -> Int {
    let field = self[index].fields[path.field]
    return switch field?.state {
    case .accepted: field?.source == .person ? -1 : 0
    case .review: 1
    case .withheld: 2
    case .missing, nil: 3
    }
  }
}

extension [FileReading] {
  package var documents: [DocumentReading] { flatMap(\.documents) }

  /// The same files with their documents, in the same order, replaced by these.
  package func replacing(documents: [DocumentReading]) -> [FileReading] {
    var rest = documents[...]
    return map { file in
      var file = file
      file.documents = file.documents.map { rest.popFirst() ?? $0 }
      return file
    }
  }
}
