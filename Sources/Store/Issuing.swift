package import Cases
import Foundation

extension CaseStore {
  /// Issues a result, or a notice before it: public record with its hidden PDF, log entry, hand-over, case record and events in
  /// one transaction. Either it is issued or nothing has happened, and no case is issued anything twice. The record is handed
  /// in as it will stand: state `issued` or `rejected` with its result, or `deferred` with its notice, and an event that says
  /// so. The hidden PDF and picture are ciphertext.
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
    guard let role = record.state.roleOfResult, let result = record.result(role),
      result.locator == published.locator
    else {
      throw Problem.internalFault("an issued record must name its own result")
    }
    let sealed = try dataKey.seal(handOver.bytes, for: role.dataName(of: record.id))
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
      "INSERT INTO issuedResult (caseID, role, locator) VALUES (?, ?, ?)",
      [record.id, role.rawValue, published.locator])
    try session.execute(
      "INSERT INTO handOver (caseID, role, createdAt, sealed) VALUES (?, ?, ?, ?)",
      [record.id, role.rawValue, published.issuedAt, Array(sealed)])
    try Self.log(published.cose, at: published.locator, session)
  }
}

extension CaseRecord.State {
  /// What was issued last to a case in this state.
  fileprivate var roleOfResult: ResultRole? {
    switch self {
    case .issued, .rejected: .final
    case .deferred: .notice
    case .open, .review, .filed, .refused, .moved: nil
    }
  }
}

extension ResultRole {
  /// What its hand-over is encrypted for, so that none can be put in another's place.
  func dataName(of caseID: String) -> String {
    switch self {
    case .final: caseID
    case .notice: "\(caseID)/notice"
    }
  }
}
