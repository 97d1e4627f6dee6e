import Crypto
import Foundation
import SwiftASN1
import X509

/// What an OCSP response says of one certificate (SingleResponse, RFC 6960, 4.2.1).
struct OCSPSingleAnswer: Sendable {
  private let issuerNameHash: [UInt8]
  private let issuerKeyHash: [UInt8]
  /// DER of the INTEGER.
  private let serialNumber: [UInt8]
  private let isSHA1: Bool
  /// nil where the responder does not know.
  let statement: RevocationStatement?

  init(_ node: ASN1Node) throws {
    var parts = try DERParts(node)
    var id = try DERParts(parts.next())
    let algorithm = try DERParts.algorithm(id.next())
    isSHA1 = algorithm == [1, 3, 14, 3, 2, 26]
    guard isSHA1 || algorithm == OID.sha256 else { throw CMSDefect.weakAlgorithm }
    issuerNameHash = Array(try ASN1OctetString(derEncoded: id.next()).bytes)
    issuerKeyHash = Array(try ASN1OctetString(derEncoded: id.next()).bytes)
    serialNumber = Array(try id.next().encodedBytes)
    try id.end()
    let status = try parts.next()
    let thisUpdate = Date(try GeneralizedTime(derEncoded: parts.next()))
    let next = try parts.next(if: .context(0)).map {
      Date(try GeneralizedTime(derEncoded: DERParts.only(in: $0, .context(0))))
    }
    if let extensions = parts.next(if: .context(1)) {
      try DERParts(DERParts.only(in: extensions, .context(1))).requireNoneCritical()
    }
    try parts.end()
    statement = try Self.statement(status, asOf: thisUpdate, next)
  }

  /// The hashes only say which certificate is meant; what is said is signed.
  func isAbout(_ certificate: Certificate, issuedBy issuer: Certificate) -> Bool {
    guard let name = try? CertificateName(of: certificate.encoded),
      name.serialNumber == serialNumber
    else { return false }
    let key = Array(issuer.publicKey.subjectPublicKeyInfoBytes)
    return issuerNameHash == hash(name.issuer) && issuerKeyHash == hash(key)
  }

  private func hash(_ bytes: [UInt8]) -> [UInt8] {
    isSHA1 ? Array(Insecure.SHA1.hash(data: bytes)) : Array(SHA256.hash(data: bytes))
  }

  /// CertStatus: good, revoked since, or unknown.
  private static func statement(
    _ status: ASN1Node, asOf date: Date, _ next: Date?
  ) throws -> RevocationStatement? {
    switch status.identifier {
    case .context(0):
      return RevocationStatement(asOf: date, nextUpdate: next)
    case .context(1):
      var revoked = try DERParts(status, .context(1))
      let since = Date(try GeneralizedTime(derEncoded: revoked.next()))
      return RevocationStatement(asOf: date, nextUpdate: next, revokedAt: since)
    default:
      return nil
    }
  }
}
