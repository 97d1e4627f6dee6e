package import Cases
import Foundation
import GRDB

extension CaseStore {
  /// Issues a result: public record with its hidden PDF, log entry, hand-over, case record and events in one transaction. Either
  /// the result is issued or nothing has happened, and no case is issued twice. The record is handed in as it will stand:
  /// state `issued`, with its result and an event that says so. The hidden PDF and picture are ciphertext.
  ///
  /// - Throws: `Problem.caseClosed`, `.caseChanged`, `.noSuchCase`.
  package func issue(
    _ record: CaseRecord, publicly published: PublicRecord, hiddenPDF: [UInt8],
    hiddenPicture: [UInt8]? = nil, handOver: HandOver
  ) throws {
    guard record.state == .issued, let result = record.result, result.locator == published.locator
    else {
      throw Problem.internalFault("an issued record must name its own result")
    }
    let sealed = try dataKey.seal(handOver.bytes, for: record.id)
    try write { db in
      try save(record, db)
      try insert(published, hiddenPDF: hiddenPDF, db)
      try Self.log(published.cose, at: published.locator, db)
      try db.execute(
        sql: "UPDATE publicRecord SET hiddenPicture = ?, pdfSHA256 = ? WHERE locator = ?",
        arguments: [hiddenPicture.map { Data($0) }, result.pdfSHA256, result.locator])
      try db.execute(
        sql: "INSERT INTO handOver (caseID, createdAt, sealed) VALUES (?, ?, ?)",
        arguments: [record.id, published.issuedAt, sealed])
    }
  }

  private func insert(_ record: PublicRecord, hiddenPDF: [UInt8], _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO publicRecord (locator, status, kindZh, kindEn, cose, issuedAt, expiresOn,
          testAuthority, hiddenPDF) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.locator, record.status.rawValue, record.kindZh, record.kindEn, Data(record.cose),
        record.issuedAt, record.expiresOn, record.testAuthority, Data(hiddenPDF),
      ])
  }
}
