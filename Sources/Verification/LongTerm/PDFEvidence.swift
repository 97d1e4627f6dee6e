import Foundation
import Sealing
import SwiftASN1
import X509

/// All that a file holds on the certificates of its seal and time stamps. Nothing in it is there without need: each
/// certificate is one of a signer or issued one of the others, each statement is about one of them and signed.
struct PDFEvidence {
  /// Those of the signatures themselves, then those that were added; each once.
  let certificates: [Certificate]
  /// Of each certificate, which of them issued it.
  private let issuers: [[Int]]
  private let statements: [any RevocationEvidence]

  /// More than decades of renewed time stamps need. Every two of them are compared.
  private static let mostCertificates = 64
  private static let mostStatements = 256

  /// - Throws: `PDFRefusal` where something cannot be read or has no business here.
  init(
    signatures: [Certificate], data: ValidationData
  ) throws(PDFRefusal) {
    var known: [Certificate] = []
    for one in signatures where !known.contains(one) { known.append(one) }
    guard known.count + data.certificates.count <= Self.mostCertificates,
      data.revocationLists.count + data.answers.count <= Self.mostStatements
    else { throw Self.notNeeded("too many") }
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
    issuers = known.map { one in known.indices.filter { known[$0].issued(one) } }
    for statement in statements where !isAbout(statement) {
      throw Self.notNeeded("revocation status")
    }
  }

  /// What is said of a certificate, if its issuer is known.
  func statements(on certificate: Certificate) -> [RevocationStatement] {
    issuers(of: certificate).flatMap { issuer in
      statements.compactMap { $0.statement(on: certificate, issuedBy: issuer) }
    }
  }

  /// The certificates that could stand between this one and a root on that day; nil where they are so many that finding the
  /// way through them could take for ever. Each may have a second one with the same name and key, by another issuer.
  func authorities(above certificate: Certificate, at date: Date) -> [Certificate]? {
    var found: [Certificate] = []
    var open = [certificate]
    while let next = open.popLast() {
      for issuer in issuers(of: next)
      where !found.contains(issuer) && issuer.notValidBefore <= date && date <= issuer.notValidAfter
      {
        let alike = found.filter {
          $0.subject == issuer.subject && $0.publicKey == issuer.publicKey
        }
        guard found.count < Self.mostAuthorities, alike.count < 2 else { return nil }
        found.append(issuer)
        open.append(issuer)
      }
    }
    return found
  }

  private static let mostAuthorities = 8

  private func isAbout(_ statement: any RevocationEvidence) -> Bool {
    certificates.contains { certificate in
      issuers(of: certificate).contains {
        statement.statement(on: certificate, issuedBy: $0) != nil
      }
    }
  }

  private func issuers(of certificate: Certificate) -> [Certificate] {
    certificates.firstIndex(of: certificate).map { issuers[$0].map { certificates[$0] } } ?? []
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
