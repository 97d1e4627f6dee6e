package import Cases
package import Foundation

extension CaseStore {
  /// What is to be handed over of a case. It stays until the hand-over is confirmed.
  ///
  /// - Throws: `Problem.nothingToHandOver`; `.dataKeyUnusable` where this is not the key it was stored under.
  package func handOver(of caseID: String, _ role: ResultRole = .final) throws -> HandOver {
    let sealed = try read { session in
      try session.value(
        "SELECT sealed FROM handOver WHERE caseID = ? AND role = ?", [caseID, role.rawValue],
        as: [UInt8].self)
    }
    guard let sealed else { throw Problem.nothingToHandOver(caseID) }
    guard let bytes = dataKey.open(Data(sealed), for: role.dataName(of: caseID)),
      let handOver = HandOver(bytes: bytes)
    else {
      throw Problem.dataKeyUnusable("data.key", "another key")
    }
    return handOver
  }

  /// Erases PDF and secret: from now on only the holder can open the public copy. What a folder still waits for stays.
  ///
  /// - Throws: `Problem.nothingToHandOver`, `.stillToBeDelivered`.
  package func confirmHandOver(
    of caseID: String, _ role: ResultRole = .final, by officer: String, at now: Date
  ) throws {
    try write { session in
      let waitedFor = try session.row(
        "SELECT caseID FROM handOver WHERE caseID = ? AND role = ? AND \(Self.isWaitedFor)",
        [caseID, role.rawValue])
      if waitedFor != nil { throw Problem.stillToBeDelivered(caseID) }
      try erase(caseID, role.rawValue, by: officer, what: "handed_over", at: now, session)
    }
    try database.scrub()
  }

  /// Erases what nobody fetched in time. What a folder still waits for stays, however long its delivery has failed.
  ///
  /// - Returns: the cases whose results were erased, one for each result.
  package func eraseHandOvers(olderThan limit: Date, at now: Date) throws -> [String] {
    let erased = try write { session in
      let old = try session.rows(
        """
        SELECT caseID, role FROM handOver WHERE createdAt < ?
          AND NOT \(Self.isWaitedFor)
        ORDER BY caseID, role \(session.dialect.forUpdate)
        """, [limit.formatted(.iso8601)])
      return try old.map { row in
        let id: String = try row.value("caseID")
        try erase(
          id, row.value("role"), by: CaseEvent.machine, what: "hand_over_expired", at: now, session)
        return id
      }
    }
    if !erased.isEmpty { try database.scrub() }
    return erased
  }

  /// A folder that results go to has not got it yet.
  private static let isWaitedFor = """
    (EXISTS (SELECT 1 FROM job
        WHERE job.caseID = handOver.caseID AND job.stage = '\(JobStage.deliver.rawValue)')
      OR EXISTS (SELECT 1 FROM delivery
        WHERE delivery.caseID = handOver.caseID AND deliveredAt IS NULL))
    """

  private func erase(
    _ caseID: String, _ role: String, by name: String, what: String, at now: Date,
    _ session: any SQLSession
  ) throws {
    let erased = try session.execute(
      "DELETE FROM handOver WHERE caseID = ? AND role = ?", [caseID, role])
    guard erased == 1 else { throw Problem.nothingToHandOver(caseID) }
    let detail = role == ResultRole.final.rawValue ? nil : role
    try append(
      CaseEvent(at: now.formatted(.iso8601), by: name, what: what, detail: detail), to: caseID,
      in: session)
  }
}
