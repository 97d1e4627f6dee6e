package import Cases
package import Recognition

/// One reading compared with the truth of its file.
package struct Marking: Sendable, Equatable {
  package let fields: [FieldOutcome]
  /// Whether the documents on the page, and no others, were recognised.
  package let isKindRight: Bool
  /// Accepted fields of documents that are not on the page.
  package let strays: Int
  /// Why the file was not read.
  package let error: String?

  /// - Parameter known: every character that the page's model can print.
  package init(_ reading: FileReading, of specimen: Specimen, known: KnownCharacters) {
    let (right, wrong) = reading.documents.divided { specimen.documentKinds.contains($0.kind) }
    fields = specimen.expected.sorted { $0.key < $1.key }.map { name, expected in
      let field = Self.field(name, of: right, expected) ?? .missing(page: 1, source: .ocr)
      let isExact = expected.isMet(by: field.value)
      return FieldOutcome(
        file: specimen.path, kind: specimen.kind, world: specimen.world, field: name,
        truth: expected.printed, raw: field.raw, value: field.value, state: field.state,
        probability: field.probability, evidence: field.evidence,
        checks: field.checks, isExact: isExact,
        edits: isExact ? 0 : expected.edits(in: field.value),
        characters: expected.value.unicodeScalars.count,
        isRare: known.lack(expected.printed))
    }
    isKindRight = Set(reading.documents.map(\.kind)) == specimen.documentKinds
    strays = wrong.flatMap(\.fields.values).count { $0.state == .accepted }
    error = reading.error?.code
  }

  /// Where several documents claim the field, the worst claim counts: one that is accepted and wrong.
  private static func field(
    _ name: String, of documents: [DocumentReading], _ expected: Expectation
  ) -> Field? {
    let claims = documents.compactMap { $0.fields[name] }
    let accepted = claims.filter { $0.state == .accepted }
    return accepted.first { !expected.isMet(by: $0.value) } ?? accepted.first
      ?? claims.first { $0.value != nil } ?? claims.first
  }
}

extension Array {
  fileprivate func divided(by isFirst: (Element) -> Bool) -> (first: [Element], second: [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
