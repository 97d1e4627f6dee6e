package import Cases

/// Turns the lines of one document into its fields, as the kind's definition says.
package struct Extractor: Sendable {
  package let kinds: DocumentKinds

  package init(kinds: DocumentKinds) { self.kinds = kinds }

  /// What is printed on one document, or on a page that was not parted into documents; nothing where no kind is
  /// likely.
  ///
  /// Lines and size are in the document's own coordinates, upright; `toPage` leads from them to the submitted page,
  /// on which `polygon` is the outline. `page` counts from 1. A kind that the caller knows is not looked for. The
  /// reader reads single lines again; a text layer has none. Throws what the reader throws.
  package func documents(
    in lines: [TextLine], size: (width: Double, height: Double), page: Int, source: FieldSource,
    toPage: Projection, polygon: Polygon, kind: String? = nil, reader: (any LineReader)? = nil
  ) throws -> [DocumentReading] {
    let rows = Row.rows(of: lines)
    let guesses = KindRecognizer(kinds: kinds.kinds).kinds(of: rows, named: kind)
    let judge = FieldJudge(codes: kinds.codes, source: source, page: page, toPage: toPage)
    return try guesses.map { guess in
      let seen = LabelFinder(kind: guess.kind, mayBeMisread: source != .textLayer)
        .labels(in: rows)
      let pieces = Piece.pieces(of: lines, without: seen)
      let labels =
        try reader.map {
          try OverlookedLabels(kind: guess.kind, reader: $0).added(to: seen, beside: pieces)
        } ?? seen
      let values = ValueFinder(
        labels: labels, pieces: pieces, width: size.width, height: size.height)
      let fieldReader = FieldReader(values: values, reader: reader)
      var fields: [String: Field] = [:]
      for definition in guess.kind.fields {
        let found = judge.fields(definition, try fieldReader.read(definition))
        fields.merge(found) { _, new in new }
      }
      fields = Agreement(definitions: guess.kind.fields).applied(to: fields)
      return DocumentReading(
        kind: guess.kind.id, kindProbability: guess.probability, form: guess.kind.form, page: page,
        polygon: polygon, fields: fields)
    }
  }
}
