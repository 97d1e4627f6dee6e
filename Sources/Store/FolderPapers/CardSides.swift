import Cases
package import Foundation

/// One paper of a counter at which fronts and backs of cards are put together.
package struct CardSideRow: Sendable, Equatable {
  package var caseID: String
  /// The case's.
  package var matter: String?
  /// What was seen on it, as the caller names it.
  package var side: String
  /// Nanoseconds since 1970 by the clock of its folder: the counter's order.
  package var completed: Int64
  /// Milliseconds since 1970 by the database's clock.
  package var arrivedAt: Int64
  /// Whether its case is still the machine's.
  package var isOpen: Bool
  /// Whether it is all that was handed in for its case.
  package var isWholeCase: Bool
}

/// Papers that wait for their other side.
extension CaseStore {
  /// Remembers a paper that was accepted; part of that transaction.
  package func addCardSide(
    _ side: String, of caseID: String, counter: String, completed: Int64,
    in session: any SQLSession
  ) throws {
    try session.execute(
      """
      INSERT INTO cardSide (caseID, counter, side, completed, arrivedAt) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (caseID) DO NOTHING
      """, [caseID, counter, side, completed, try session.now])
  }

  /// Tells what a paper shows. Whoever else puts the counter's papers together waits until this transaction has ended.
  ///
  /// - Returns: the counter's papers in their order, nil where this one was settled before.
  package func setCardSide(_ side: String, of caseID: String, in session: any SQLSession) throws
    -> [CardSideRow]?
  {
    try session.lock(.submissions)
    let row = try session.row(
      "UPDATE cardSide SET side = ? WHERE caseID = ? RETURNING counter", [side, caseID])
    guard let counter = try row?.value("counter", as: String.self) else { return nil }
    // What came later than now came before the clock was set back: how long ago is not known, and it is counted from here.
    let now = try session.now
    try session.execute(
      "UPDATE cardSide SET arrivedAt = ? WHERE counter = ? AND arrivedAt > ?", [now, counter, now])
    return try session.rows(
      """
      SELECT cardSide.caseID AS caseID, matter, side, completed, arrivedAt, state,
        (SELECT COUNT(*) FROM document
          WHERE document.caseID = cardSide.caseID AND sameAs IS NULL) AS papers
      FROM cardSide JOIN caseRecord ON caseRecord.id = cardSide.caseID
      WHERE counter = ? ORDER BY completed, cardSide.caseID
      """, [counter]
    ).map { row in
      CardSideRow(
        caseID: try row.value("caseID"), matter: try row.value("matter"),
        side: try row.value("side"),
        completed: try row.value("completed"), arrivedAt: try row.value("arrivedAt"),
        isOpen: try row.value("state", as: String.self) == CaseRecord.State.open.rawValue,
        isWholeCase: try row.value("papers", as: Int.self) == 1)
    }
  }

  /// Nothing is waited for any more.
  package func settleCardSides(_ cases: [String], in session: any SQLSession) throws {
    for id in cases { try session.execute("DELETE FROM cardSide WHERE caseID = ?", [id]) }
  }

  /// Puts the papers of two cases into one of them, the front before the back; the other case ends with that.
  ///
  /// - Throws: `Problem.caseChanged`, `.caseClosed`.
  package func join(
    front: String, back: String, into caseID: String, at now: Date, in session: any SQLSession
  ) throws {
    let other = caseID == front ? back : front
    let documents: [String] =
      try session.values(
        "SELECT id FROM document WHERE caseID = ? ORDER BY position", [front])
      + session.values("SELECT id FROM document WHERE caseID = ? ORDER BY position", [back])
    for (position, id) in documents.enumerated() {
      try session.execute(
        "UPDATE document SET caseID = ?, position = ? WHERE id = ?", [caseID, position, id])
    }
    for table in ["paperClaim", "submissionKey"] {
      try session.execute(
        "UPDATE \(table) SET caseID = ? WHERE caseID = ?", [caseID, other])
    }
    let left = try load(other, in: session)
    for notice in left.events where notice.what == "noticed" {
      try append(notice, to: caseID, in: session)
    }
    try append(
      CaseEvent(
        at: now.formatted(.iso8601), by: CaseEvent.machine, what: "paired", detail: other),
      to: caseID, in: session)
    try move(left, "paired", to: [caseID], at: now, session)
  }
}
