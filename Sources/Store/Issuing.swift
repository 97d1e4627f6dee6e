package import Cases
import Foundation

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
    try write {
      try issue(
        record, publicly: published, hiddenPDF: hiddenPDF, hiddenPicture: hiddenPicture,
        handOver: handOver, in: $0)
    }
  }

  package func issue(
    _ record: CaseRecord, publicly published: PublicRecord, hiddenPDF: [UInt8],
    hiddenPicture: [UInt8]? = nil, handOver: HandOver, in session: any SQLSession
  ) throws {
    guard record.state == .issued, let result = record.result, result.locator == published.locator
    else {
      throw Problem.internalFault("an issued record must name its own result")
    }
    let sealed = try dataKey.seal(handOver.bytes, for: record.id)
    try save(record, in: session)
    try session.execute(
      """
      INSERT INTO publicRecord (locator, status, kindZh, kindEn, cose, issuedAt, expiresOn,
        testAuthority, hiddenPDF, hiddenPicture, pdfSHA256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        published.locator, published.status.rawValue, published.kindZh, published.kindEn,
        published.cose, published.issuedAt, published.expiresOn, published.testAuthority,
        hiddenPDF, hiddenPicture, result.pdfSHA256,
      ])
    try session.execute(
      "INSERT INTO handOver (caseID, createdAt, sealed) VALUES (?, ?, ?)",
      [record.id, published.issuedAt, Array(sealed)])
    try Self.log(published.cose, at: published.locator, session)
  }
}
