import Sealing
import SwiftASN1
import X509

/// All that a file holds on the certificates of its seal and time stamps. Nothing in it is there without need: each
/// certificate is one of a signer or issued one of the others, each statement is about one of them and signed.
struct PDFEvidence {
  /// Those of the signatures themselves, then those that were added.
  let certificates: [Certificate]
  private let statements: [any RevocationEvidence]

  /// - Throws: `PDFRefusal` where something cannot be read or has no business here.
  init(
    signatures: [Certificate], data: ValidationData
  ) throws(PDFRefusal) {
    var known = signatures
    var left: [Certificate] = []
    for der in data.certificates {
      guard let certificate = Certificate(exactly: der) else {
        throw Self.notNeeded("certificate")
      }
      if !known.contains(certificate) { left.append(certificate) }
    }
    while let next = left.firstIndex(where: { one in known.contains { one.issued($0) } }) {
      known.append(left.remove(at: next))
    }
    statements = try Self.statements(of: data)
    guard left.isEmpty, Self.areDistinct(data) else { throw Self.notNeeded("certificate") }
    certificates = known
    for statement in statements where !Self.isAbout(known, statement) {
      throw Self.notNeeded("revocation status")
    }
  }

  /// What is said of a certificate, if its issuer is known.
  func statements(on certificate: Certificate) -> [RevocationStatement] {
    Self.issuers(of: certificate, among: certificates).flatMap { issuer in
      statements.compactMap { $0.statement(on: certificate, issuedBy: issuer) }
    }
  }

  private static func isAbout(
    _ certificates: [Certificate], _ statement: any RevocationEvidence
  ) -> Bool {
    certificates.contains { certificate in
      issuers(of: certificate, among: certificates).contains {
        statement.statement(on: certificate, issuedBy: $0) != nil
      }
    }
  }

  private static func issuers(
    of certificate: Certificate, among certificates: [Certificate]
  ) -> [Certificate] {
    certificates.filter { $0.subject == certificate.issuer && $0.issued(certificate) }
  }

  private static func statements(
    of data: ValidationData
  ) throws(PDFRefusal) -> [any RevocationEvidence] {
    var found: [any RevocationEvidence] = []
    for der in data.revocationLists {
      guard let list = try? RevocationList(der) else { throw notNeeded("revocation list") }
      found.append(list)
    }
    for der in data.answers {
      guard let answer = try? OCSPAnswer(der) else { throw notNeeded("OCSP response") }
      found.append(answer)
    }
    return found
  }

  private static func areDistinct(_ data: ValidationData) -> Bool {
    Set(data.certificates).count == data.certificates.count
      && Set(data.revocationLists).count == data.revocationLists.count
      && Set(data.answers).count == data.answers.count
  }

  private static func notNeeded(_ what: String) -> PDFRefusal {
    PDFRefusal(.structure("/DSS: \(what)"))
  }
}
