package import Cases

extension CaseStore {
  /// Stores what a person changed of a case and puts the case on the queue: one transaction.
  ///
  /// - Throws: `Problem.noSuchCase`, `.caseChanged`, `.caseClosed`.
  package func takeUp(_ record: CaseRecord) throws {
    try database.write { session in
      var record = record
      record.state = .open
      try save(record, in: session)
      try session.add(NewJob(.conclude, of: record.id, in: record.id, .walkIn))
    }
  }
}
