package import Cases
package import Foundation

extension CaseStore {
  /// What the public side knows of a locator; nil where there is no such result.
  package func publicRecord(_ locator: String) throws -> PublicRecord? {
    try read { try publicRecord(locator, $0) }
  }

  /// The ciphertext of the result; nil where there is no such result.
  package func hiddenPDF(_ locator: String) throws -> [UInt8]? {
    try read {
      try $0.value("SELECT hiddenPDF FROM publicRecord WHERE locator = ?", [locator])
    }
  }

  /// The ciphertext of the picture of its first page; nil where there is none.
  package func hiddenPicture(_ locator: String) throws -> [UInt8]? {
    try read {
      try $0.value("SELECT hiddenPicture FROM publicRecord WHERE locator = ?", [locator])
    }
  }

  /// The record whose sealed PDF has this SHA-256 (64 lower-case hexadecimal digits); nil where no
  /// result has it.
  package func publicRecord(ofPDF sha256: String) throws -> PublicRecord? {
    try read { session in
      let locator = try session.value(
        "SELECT locator FROM publicRecord WHERE pdfSHA256 = ?", [sha256], as: String.self)
      return try locator.flatMap { try publicRecord($0, session) }
    }
  }

  /// Takes a result back, for everybody to see. What was revoked stays so, with its first date and reason. The note is
  /// the officer's own words, for the case record only.
  ///
  /// - Throws: `Problem.noSuchResult`, `.noSuchCase`.
  package func revoke(
    resultOf caseID: String, _ role: ResultRole = .final, because reason: RevocationReason,
    note: String? = nil, by officer: String, at now: Date
  ) throws {
    let moment = now.formatted(.iso8601)
    try write { session in
      guard let locator = try hold(caseID, session).result(role)?.locator else {
        throw Problem.noSuchResult(caseID)
      }
      let revoked = try session.execute(
        """
        UPDATE publicRecord SET status = 'revoked', revokedAt = ?, revocationReason = ?
        WHERE locator = ? AND status <> 'revoked'
        """, [moment, reason.rawValue, locator])
      guard revoked == 1 else { return }
      try markRevoked(caseID, role, session)
      let detail = [reason.rawValue, note].compactMap { $0 }.joined(separator: ": ")
      try append(
        CaseEvent(at: moment, by: officer, what: "revoked", detail: detail), to: caseID,
        in: session)
    }
  }

  private func publicRecord(_ locator: String, _ session: any SQLSession) throws -> PublicRecord? {
    let row = try session.row(
      """
      SELECT locator, status, kindZh, kindEn, cose, issuedAt, expiresOn, revokedAt,
        revocationReason, testAuthority FROM publicRecord WHERE locator = ?
      """, [locator])
    guard let row else { return nil }
    guard let status = PublicRecord.Status(rawValue: try row.value("status")) else {
      throw Problem.databaseFault("unknown status of a result")
    }
    let reason: String? = try row.value("revocationReason")
    return PublicRecord(
      locator: try row.value("locator"), status: status, kindZh: try row.value("kindZh"),
      kindEn: try row.value("kindEn"), cose: try row.value("cose"),
      issuedAt: try row.value("issuedAt"), expiresOn: try row.value("expiresOn"),
      revokedAt: try row.value("revokedAt"),
      revocationReason: reason.flatMap(RevocationReason.init),
      testAuthority: try row.value("testAuthority"))
  }
}
