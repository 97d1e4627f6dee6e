package import Cases
package import Foundation

/// A paper of a case with what was read in it.
package struct ReadPaper: Sendable {
  package var document: StoredDocument
  /// Nil while it is not read, and where it is in the case's record already.
  package var reading: FileReading?
}

/// Pages of a stack that are a case of their own.
package struct StackPart: Sendable {
  /// Of one file of the stack, what was read on those of its pages that belong to this part.
  package struct Paper: Sendable {
    package var document: StoredDocument
    package var pages: [Int]
    package var reading: FileReading

    package init(_ document: StoredDocument, pages: [Int], reading: FileReading) {
      self.document = document
      self.pages = pages
      self.reading = reading
    }
  }

  package var papers: [Paper]
  /// What a person should know of it.
  package var notice: Problem?

  package init(_ papers: [Paper], notice: Problem?) {
    self.papers = papers
    self.notice = notice
  }
}

extension CaseStore {
  /// Every paper of a case in the order in which they were handed in. A link has the reading of what it is a link to.
  package func readPapers(of caseID: String) throws -> [ReadPaper] {
    let documents = try documents(of: caseID)
    return try database.read { session in
      try documents.map { document in
        let original: String? = try session.value(
          "SELECT sameAs FROM document WHERE id = ?", [document.id])
        return ReadPaper(
          document: document, reading: try reading(of: original ?? document.id, session))
      }
    }
  }

  func reading(of document: String, _ session: any SQLSession) throws -> FileReading? {
    let sealed: [UInt8]? = try session.value(
      "SELECT reading FROM document WHERE id = ?", [document])
    return try sealed.map {
      let plain = try dataKey.open($0, from: .reading(paper: document))
      return try JSONDecoder().decode(FileReading.self, from: Data(plain))
    }
  }

  /// Leaves of a stack that is one case only the pages of that case.
  package func keep(_ part: StackPart, of caseID: String, _ session: any SQLSession) throws {
    try dropReadings(of: caseID, session)
    for paper in part.papers {
      _ = try keep(paper.reading, of: paper.document, as: paper.document.state, session)
    }
  }

  /// Makes a case of every part of a stack, with what was read and whatever was noticed; the stack's own case ends with
  /// that. Part of the transaction that ends the job.
  ///
  /// - Returns: the new cases, in the order of their parts.
  /// - Throws: `Problem.caseChanged`, `.caseClosed`.
  package func divide(
    _ stack: CaseRecord, into parts: [StackPart], at now: Date, in session: any SQLSession
  ) throws -> [String] {
    let folder: String? = try session.value(
      "SELECT folder FROM delivery WHERE caseID = ?", [stack.id])
    var cases: [String] = []
    for (number, part) in parts.enumerated() {
      let id = try open(matter: stack.matter, at: now, in: session).id
      let origin = CaseEvent(
        at: now.formatted(.iso8601), by: CaseEvent.machine, what: "divided",
        detail: "\(stack.id) \(number + 1)/\(parts.count)")
      let notices =
        stack.events.filter { $0.what == "noticed" }
        + [part.notice.map { .notice($0, at: now) }].compactMap(\.self)
      for event in [origin] + notices { try append(event, to: id, in: session) }
      for (position, paper) in part.papers.enumerated() {
        try insert(paper, into: id, at: position, session)
      }
      try deliver(folder, id, session)
      cases.append(id)
    }
    try dropReadings(of: stack.id, session)
    try move(stack, "divided", to: cases, at: now, session)
    return cases
  }

  private func insert(
    _ paper: StackPart.Paper, into caseID: String, at position: Int, _ session: any SQLSession
  ) throws {
    let whole = try session.row(
      "SELECT bytes, source, counter, arrivedAt FROM document WHERE id = ?", [paper.document.id])
    guard let whole else { throw Problem.databaseFault("a part without its stack") }
    var part = paper.document
    part.id = UUID().uuidString.lowercased()
    part.caseID = caseID
    part.state = .read
    let identity = PaperIdentity(name: part.name, sha256: part.sha256)
    try session.execute(
      """
      INSERT INTO document (id, caseID, position, sealed, content, bytes, source, counter, state,
        arrivedAt, partOf, pages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        part.id, caseID, position, try identity.sealed(as: part.id, with: dataKey),
        dataKey.code(ofContent: part.sha256),
        try whole.value("bytes", as: Int.self), try whole.value("source", as: String.self),
        try whole.value("counter", as: String?.self), part.state.rawValue,
        try whole.value("arrivedAt", as: Int64.self), paper.document.id,
        paper.pages.map(String.init).joined(separator: ","),
      ])
    _ = try keep(paper.reading, of: part, as: part.state, session)
  }

  /// A case whose papers are in other cases from now on.
  func move(
    _ record: CaseRecord, _ what: String, to cases: [String], at now: Date,
    _ session: any SQLSession
  ) throws {
    var record = record
    record.state = .moved
    record.events.append(
      CaseEvent(
        at: now.formatted(.iso8601), by: CaseEvent.machine, what: what,
        detail: cases.joined(separator: " ")))
    try save(record, in: session)
  }
}
