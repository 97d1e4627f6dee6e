package import Cases
package import Foundation

/// What an officer may do to a case. Pure: the changed record is the caller's to check again and to store.
package struct CaseDesk: Sendable {
  /// The officer's name, as it will stand in the record.
  package let officer: String
  /// Format checks of a value, by the field it is for; they warn and do not overrule the officer.
  package typealias FormatChecks = @Sendable (_ path: FieldPath, _ value: String) -> [CheckResult]
  private let formatChecks: FormatChecks

  package init(officer: String, formatChecks: @escaping FormatChecks = { _, _ in [] }) {
    self.officer = officer
    self.formatChecks = formatChecks
  }

  /// The officer looked at the paper and says what stands there. What was read is kept beside it. The case is open
  /// again: cross-checking and the decision follow anew. The path is a `kind.field` of a document of the case.
  ///
  /// - Throws: `Problem.caseClosed`, `.noSuchField`, `.emptyValue`.
  package func confirm(_ path: String, is value: String, in record: CaseRecord, at now: Date) throws
    -> CaseRecord
  {
    try requireOpen(record)
    let value = value.trimmingCharacters(in: .whitespacesAndNewlines)
    if value.isEmpty { throw Problem.emptyValue(path) }
    var documents = record.documents
    guard let place = FieldPath(path), let index = documents.bestDocument(for: place),
      let field = documents[index].fields[place.field]
    else { throw Problem.noSuchField(path, known: record.documents.fieldPaths) }

    documents[index].fields[place.field] = confirmed(field, is: value, at: place)
    var record = record
    record.materials = record.materials.replacing(documents: documents)
    record.state = .open
    record.decision = nil
    record.events.append(event("confirmed", detail: path, at: now))
    return record
  }

  func requireOpen(_ record: CaseRecord) throws {
    guard [.review, .open, .deferred].contains(record.state) else {
      throw Problem.caseClosed(record.id, state: record.state)
    }
  }

  private func confirmed(_ field: Field, is value: String, at path: FieldPath) -> Field {
    var field = field
    if let read = field.value, read != value, field.source != .person {
      field.alternatives.removeAll { $0.value == read }
      field.alternatives.insert(Alternative(value: read, probability: field.probability), at: 0)
    }
    field.value = value
    field.state = .accepted
    field.stateAsRead = nil
    field.source = .person
    field.probability = 1
    field.checks = formatChecks(path, value).map { check in
      CheckResult(
        id: check.id, result: check.result == .fail ? .warning : check.result, with: check.with)
    }
    return field
  }

  func event(_ what: String, detail: String, at now: Date) -> CaseEvent {
    CaseEvent(at: now.formatted(.iso8601), by: officer, what: what, detail: detail)
  }
}

extension [DocumentReading] {
  fileprivate var fieldPaths: [String] {
    flatMap { document in document.fields.keys.map { "\(document.kind).\($0)" } }.sorted()
  }
}
