package import Cases
package import Foundation
import GRDB

extension CaseStore {
  /// What the public side knows of a locator; nil where there is no such result.
  package func publicRecord(_ locator: String) throws -> PublicRecord? {
    try read { try publicRecord(locator, $0) }
  }

  /// The ciphertext of the result; nil where there is no such result.
  package func hiddenPDF(_ locator: String) throws -> [UInt8]? {
    try read { db in
      try Data.fetchOne(
        db, sql: "SELECT hiddenPDF FROM publicRecord WHERE locator = ?", arguments: [locator])
    }.map(Array.init)
  }

  /// The ciphertext of the picture of its first page; nil where there is none.
  package func hiddenPicture(_ locator: String) throws -> [UInt8]? {
    try read { db in
      try Data.fetchOne(
        db,
        sql: """
          SELECT hiddenPicture FROM publicRecord
          WHERE locator = ? AND hiddenPicture IS NOT NULL
          """, arguments: [locator])
    }.map(Array.init)
  }

  /// The record whose sealed PDF has this SHA-256 (64 lower-case hexadecimal digits); nil where no
  /// result has it.
  package func publicRecord(ofPDF sha256: String) throws -> PublicRecord? {
    try read { db in
      let locator = try String.fetchOne(
        db, sql: "SELECT locator FROM publicRecord WHERE pdfSHA256 = ?", arguments: [sha256])
      return try locator.flatMap { try publicRecord($0, db) }
    }
  }

  /// Takes a result back, for everybody to see. What was revoked stays so, with its first date and reason. The note is
  /// the officer's own words, for the case record only.
  ///
  /// - Throws: `Problem.noSuchResult`, `.noSuchCase`.
  package func revoke(
    resultOf caseID: String, because reason: RevocationReason, note: String? = nil,
    by officer: String, at now: Date
  ) throws {
    let moment = now.formatted(.iso8601)
    try write { db in
      guard let locator = try load(caseID, db).result?.locator else {
        throw Problem.noSuchResult(caseID)
      }
      try db.execute(
        sql: """
          UPDATE publicRecord SET status = 'revoked', revokedAt = ?, revocationReason = ?
          WHERE locator = ? AND status <> 'revoked'
          """, arguments: [moment, reason.rawValue, locator])
      guard db.changesCount == 1 else { return }
      try Self.markRevoked(caseID, db)
      let detail = [reason.rawValue, note].compactMap { $0 }.joined(separator: ": ")
      try append(
        CaseEvent(at: moment, by: officer, what: "revoked", detail: detail), to: caseID, db)
    }
  }

  private func publicRecord(_ locator: String, _ db: Database) throws -> PublicRecord? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT locator, status, kindZh, kindEn, cose, issuedAt, expiresOn, revokedAt,
          revocationReason, testAuthority FROM publicRecord WHERE locator = ?
        """, arguments: [locator])
    guard let row else { return nil }
    guard let status = PublicRecord.Status(rawValue: row["status"]) else {
      throw Problem.databaseFault("unknown status of a result")
    }
    let cose: Data = row["cose"]
    let reason: String? = row["revocationReason"]
    return PublicRecord(
      locator: row["locator"], status: status, kindZh: row["kindZh"], kindEn: row["kindEn"],
      cose: Array(cose), issuedAt: row["issuedAt"], expiresOn: row["expiresOn"],
      revokedAt: row["revokedAt"], revocationReason: reason.flatMap(RevocationReason.init),
      testAuthority: row["testAuthority"])
  }
}
