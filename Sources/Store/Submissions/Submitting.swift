import Cases
import Crypto
package import Foundation

/// Taking papers in. Their content is in the object store before; from here on nothing is forgotten.
extension CaseStore {
  /// Opens a case, or adds to one that has not ended, and puts its papers on the queue: one transaction.
  ///
  /// - Throws: `Problem.keyUsedOtherwise`, `.caseClosed`, `.caseExists`, `.badCaseID`.
  package func submit(_ submission: NewSubmission, at now: Date) throws -> SubmissionReceipt {
    try database.write { try submit(submission, at: now, in: $0) }
  }

  /// The same as part of a larger transaction.
  package func submit(
    _ submission: NewSubmission, at now: Date, in session: any SQLSession
  ) throws -> SubmissionReceipt {
    try session.lock(.submissions)
    if let receipt = try repetition(of: submission, session) { return receipt }
    if let receipt = try linked(submission, session) { return receipt }
    let caseID = try caseID(for: submission, at: now, session)
    let receipt = try take(submission, into: caseID, session)
    if receipt.duplicates < receipt.documents.count { try reopen(caseID, at: now, session) }
    for notice in submission.notices {
      try append(.notice(notice, at: now), to: caseID, in: session)
    }
    try deliver(submission.deliverTo, caseID, session)
    try remember(submission, as: caseID, session)
    return receipt
  }

  private func caseID(
    for submission: NewSubmission, at now: Date, _ session: any SQLSession
  ) throws -> String {
    guard let id = submission.caseID,
      try session.row("SELECT id FROM caseRecord WHERE id = ?", [id]) != nil
    else {
      return try open(matter: submission.matter, id: submission.caseID, at: now, in: session).id
    }
    // Whoever decides, divides or issues it sees these papers too, or is done before they come.
    let state = try hold(id, session).state
    guard state.takesPapers else { throw Problem.caseClosed(id, state: state) }
    return id
  }

  /// What was handed in later is read and decided upon as what was there at first, and so is what was put aside: the case
  /// goes on only when all of it has been read.
  private func reopen(_ caseID: String, at now: Date, _ session: any SQLSession) throws {
    var record = try load(caseID, in: session)
    guard record.state != .open else { return }
    record.state = .open
    record.events.append(
      CaseEvent(at: now.formatted(.iso8601), by: CaseEvent.machine, what: "added"))
    try save(record, in: session)
    for stage in JobStage.preparing { try revive(stage, of: caseID, session) }
    try session.execute(
      "DELETE FROM job WHERE caseID = ? AND stage IN (?, ?) AND state = 'dead'",
      [caseID, JobStage.conclude.rawValue, JobStage.issue.rawValue])
  }

  private func take(
    _ submission: NewSubmission, into caseID: String, _ session: any SQLSession
  ) throws -> SubmissionReceipt {
    var receipt = SubmissionReceipt(
      caseID: caseID, documents: [], duplicates: 0, isRepetition: false)
    for paper in submission.papers {
      let original: String? = try session.value(
        "SELECT id FROM document WHERE caseID = ? AND content = ? AND sameAs IS NULL",
        [caseID, dataKey.code(ofContent: paper.sha256)])
      let id = try insert(paper, of: submission, into: caseID, sameAs: original, session)
      receipt.documents.append(id)
      if original != nil { receipt.duplicates += 1 }
    }
    return receipt
  }

  /// One paper with its job; a paper that is there already becomes a link and has none.
  private func insert(
    _ paper: NewSubmission.Paper, of submission: NewSubmission, into caseID: String,
    sameAs original: String?, _ session: any SQLSession
  ) throws -> String {
    let id = UUID().uuidString.lowercased()
    let position =
      try session.value(
        "SELECT COUNT(*) FROM document WHERE caseID = ?", [caseID], as: Int.self) ?? 0
    let state: StoredDocument.State = original == nil ? .received : .linked
    let identity = PaperIdentity(name: paper.name, sha256: paper.sha256)
    try session.execute(
      """
      INSERT INTO document (id, caseID, position, sealed, content, bytes, source, counter, state,
        sameAs, arrivedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, caseID, position, try identity.sealed(as: id, with: dataKey),
        dataKey.code(ofContent: paper.sha256), paper.bytes, submission.source,
        submission.counter, state.rawValue, original, try session.now,
      ])
    try nameObject(of: paper.sha256, session)
    guard original == nil else { return id }
    let delay = try submission.papersPerMinute.map {
      try session.delay(of: submission.source, interval: Int64(60_000 / max(1, $0)))
    }
    try session.add(NewJob(.read, of: id, in: caseID, submission.lane, delay: delay ?? 0))
    return id
  }

  /// Where every paper is known from this source, for the same matter, they are links to what is there, and no case is opened.
  /// What readers died of is handed in again to be read again.
  private func linked(
    _ submission: NewSubmission, _ session: any SQLSession
  ) throws -> SubmissionReceipt? {
    guard submission.sameContentIsSamePaper, submission.caseID == nil else { return nil }
    var originals: [(id: String, caseID: String)] = []
    for paper in submission.papers {
      let row = try session.row(
        """
        SELECT document.id, document.caseID FROM document
        JOIN caseRecord ON caseRecord.id = document.caseID
        WHERE content = ? AND source = ? AND sameAs IS NULL AND COALESCE(matter, '') = ?
          AND document.partOf IS NULL AND document.state <> 'quarantined'
        ORDER BY arrivedAt, document.id
        """,
        [
          dataKey.code(ofContent: paper.sha256), submission.source, submission.matter ?? "",
        ])
      guard let row else { return nil }
      originals.append((try row.value("id"), try row.value("caseID")))
    }
    guard let caseID = originals.first?.caseID, originals.allSatisfy({ $0.caseID == caseID })
    else { return nil }
    let links = try zip(submission.papers, originals).map { paper, original in
      try insert(paper, of: submission, into: caseID, sameAs: original.id, session)
    }
    return SubmissionReceipt(
      caseID: caseID, documents: links, duplicates: links.count, isRepetition: false)
  }
}

/// Doing it twice under one key does it once (draft-ietf-httpapi-idempotency-key-header, 2).
extension CaseStore {
  /// Before the papers of a submission are stored: whether its key is free, or its own.
  ///
  /// - Throws: `Problem.keyUsedOtherwise`.
  package func checkKey(of submission: NewSubmission) throws {
    _ = try read { try repetition(of: submission, $0) }
  }

  private func repetition(
    of submission: NewSubmission, _ session: any SQLSession
  ) throws -> SubmissionReceipt? {
    guard let key = submission.key,
      let row = try session.row("SELECT * FROM submissionKey WHERE key = ?", [key])
    else { return nil }
    guard try row.value("content") == dataKey.code(ofSubmission: submission.content) else {
      throw Problem.keyUsedOtherwise
    }
    let caseID: String = try row.value("caseID")
    let documents: [String] = try session.values(
      "SELECT id FROM document WHERE caseID = ? ORDER BY position", [caseID])
    return SubmissionReceipt(
      caseID: caseID, documents: documents, duplicates: 0, isRepetition: true)
  }

  /// Whether something was taken in under this key.
  package func knows(submissionKey key: String) throws -> Bool {
    try database.read { try $0.row("SELECT key FROM submissionKey WHERE key = ?", [key]) != nil }
  }

  private func remember(
    _ submission: NewSubmission, as caseID: String, _ session: any SQLSession
  ) throws {
    guard let key = submission.key else { return }
    try session.execute(
      "INSERT INTO submissionKey (key, content, caseID, arrivedAt) VALUES (?, ?, ?, ?)",
      [key, dataKey.code(ofSubmission: submission.content), caseID, try session.now])
  }

  /// Keys are forgotten after a while.
  ///
  /// - Parameter age: milliseconds.
  /// - Returns: how many it were.
  package func forgetSubmissionKeys(olderThan age: Int64) throws -> Int {
    try database.write { session in
      try session.execute(
        "DELETE FROM submissionKey WHERE arrivedAt < ?", [try session.now - age])
    }
  }
}

extension NewSubmission {
  /// What a repetition must have in common, as SHA-256.
  var content: String {
    let parts = [matter ?? "", caseID ?? ""] + papers.map(\.sha256)
    return hexadecimal(SHA256.hash(data: Data(parts.joined(separator: "\n").utf8)))
  }
}

extension CaseRecord.State {
  /// The machine works on it, a person looks at it, or the applicant owes something.
  fileprivate var takesPapers: Bool { [.open, .review, .deferred].contains(self) }
}
