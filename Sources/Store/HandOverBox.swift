import Cases
package import Foundation

extension CaseStore {
  /// What is to be handed over of a case. It stays until the hand-over is confirmed.
  ///
  /// - Throws: `Problem.nothingToHandOver`; `.dataKeyUnusable` where this is not the key it was stored under.
  package func handOver(of caseID: String) throws -> HandOver {
    let sealed = try read { session in
      try session.value(
        "SELECT sealed FROM handOver WHERE caseID = ?", [caseID], as: [UInt8].self)
    }
    guard let sealed else { throw Problem.nothingToHandOver(caseID) }
    guard let bytes = dataKey.open(Data(sealed), for: caseID), let handOver = HandOver(bytes: bytes)
    else {
      throw Problem.dataKeyUnusable("data.key", "another key")
    }
    return handOver
  }

  /// Erases PDF and secret: from now on only the holder can open the public copy.
  ///
  /// - Throws: `Problem.nothingToHandOver`.
  package func confirmHandOver(of caseID: String, by officer: String, at now: Date) throws {
    try write { try erase(caseID, by: officer, what: "handed_over", at: now, $0) }
  }

  /// Erases what nobody fetched in time.
  ///
  /// - Returns: the cases whose results were erased.
  package func eraseHandOvers(olderThan limit: Date, at now: Date) throws -> [String] {
    try write { session in
      let dialect = session.dialect
      let cases = try session.values(
        "SELECT caseID FROM handOver WHERE createdAt < ? ORDER BY caseID \(dialect.forUpdate)",
        [limit.formatted(.iso8601)], as: String.self)
      for id in cases { try erase(id, by: "kanhe", what: "hand_over_expired", at: now, session) }
      return cases
    }
  }

  private func erase(
    _ caseID: String, by name: String, what: String, at now: Date, _ session: any SQLSession
  ) throws {
    let erased = try session.execute("DELETE FROM handOver WHERE caseID = ?", [caseID])
    guard erased == 1 else { throw Problem.nothingToHandOver(caseID) }
    try append(
      CaseEvent(at: now.formatted(.iso8601), by: name, what: what), to: caseID, in: session)
  }
}
