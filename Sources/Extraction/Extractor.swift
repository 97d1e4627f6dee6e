package import Cases
import Foundation

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
    let guesses = try guesses(in: rows, of: lines, size, named: kind, reader)
    let judge = FieldJudge(kinds: kinds, source: source, page: page, toPage: toPage)
    return try guesses.map { guess in
      let (lines, seen) = try labelled(
        lines, as: guess.kind, mayBeMisread: source != .textLayer, reader)
      let rows = Row.rows(of: lines)
      let pieces = Piece.pieces(of: lines, without: seen)
      let labels =
        try reader.map {
          try OverlookedLabels(kind: guess.kind, reader: $0).added(to: seen, beside: pieces)
        } ?? seen
      let values = ValueFinder(
        labels: labels, pieces: pieces, width: size.width, height: size.height)
      let fieldReader = FieldReader(
        values: values, reader: reader,
        known: KnownForm(codes: kinds.codes, divisions: kinds.divisions))
      var fields: [String: Field] = [:]
      var shared = SharedPrint()
      for definition in guess.kind.fields where definition.type != .mrz {
        let reading = try fieldReader.read(definition)
        shared.note(reading, as: definition)
        fields.merge(judge.fields(definition, reading)) { _, new in new }
      }
      if source == .ocr {
        fields = shared.applied(to: fields, guess.kind.fields)
        fields = TwinLabels(values: values).applied(to: fields, guess.kind.fields)
      }
      fields = Agreement(definitions: guess.kind.fields).applied(to: fields)
      if source == .ocr, guess.probability < 0.5 { fields = fields.mapValues(\.leftToReview) }
      var facts: [String: Field]?
      if guess.kind.zone != nil {
        let zone = PassportZone(
          kinds: kinds, source: source, page: page, toPage: toPage,
          today: CalendarDay(hallDayOf: .now))
        let lines = try MRZReader(reader: reader).lines(in: rows)
        (fields, facts) = zone.applied(to: fields, lines: lines)
      }
      return DocumentReading(
        kind: guess.kind.id, kindProbability: guess.probability, form: guess.kind.form, page: page,
        polygon: polygon, fields: fields, mrz: facts)
    }
  }

  /// The labels on the page, with the lines in which they stand: where hardly any is found on a document that other states
  /// issue as well, its print is read as Latin.
  private func labelled(
    _ lines: [TextLine], as kind: DocumentKind, mayBeMisread: Bool, _ reader: (any LineReader)?
  ) throws -> (lines: [TextLine], labels: [Label]) {
    let finder = LabelFinder(kind: kind, mayBeMisread: mayBeMisread)
    let labels = finder.labels(in: Row.rows(of: lines))
    guard let reader, kind.fields.contains(where: { !$0.latinLabels.isEmpty }),
      labels.count(where: { $0.field != nil && !$0.isLatin }) < Self.fewestLabels
    else { return (lines, labels) }
    let latin = try LatinPrint(reader: reader).readAgain(lines)
    return (latin, finder.labels(in: Row.rows(of: latin)))
  }

  private static let fewestLabels = 3

  private func guesses(
    in rows: [Row], of lines: [TextLine], _ size: (width: Double, height: Double),
    named kind: String?, _ reader: (any LineReader)?
  ) throws -> [KindRecognizer.Guess] {
    let printed = KindRecognizer(kinds: kinds.kinds).kinds(of: rows, named: kind)
    guard printed.isEmpty, kind == nil, let reader else { return printed }
    let numbered = try NumberedKind(kinds: kinds.kinds, reader: reader)
      .guess(on: lines, rows: rows, size: size)
    return numbered.map { [$0] } ?? []
  }
}

extension Field {
  /// Where it is not even likely that the page is such a document, nothing on it is used without a person.
  fileprivate var leftToReview: Field {
    var field = self
    if field.state == .accepted { field.state = .review }
    return field
  }
}
