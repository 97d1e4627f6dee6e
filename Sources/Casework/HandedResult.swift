package import Cases
import MainPath
package import ResultCodes
import Store

/// A result that has not been handed over yet.
package struct HandedResult: Sendable {
  package let pdf: [UInt8]
  /// With the secret that opens the public copy.
  package let code: ResultURL
}

extension CaseOffice {
  /// - Throws: `Problem.nothingToHandOver`.
  package func result(of record: CaseRecord, _ role: ResultRole = .final) throws -> HandedResult {
    let handOver = try store.handOver(of: record.id, role)
    guard let locator = record.result(role)?.locator,
      let published = try store.publicRecord(locator)
    else { throw Problem.internalFault("public record") }
    return HandedResult(
      pdf: handOver.pdf,
      code: try path.office.fullCode(secret: handOver.secret, record: published.cose))
  }
}
