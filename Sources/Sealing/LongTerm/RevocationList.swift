import Foundation
import SwiftASN1
package import X509

/// A certificate revocation list (RFC 5280, 5): complete, of one issuer. Lists of other scope have critical extensions and
/// are refused.
package struct RevocationList: RevocationEvidence {
  package let der: [UInt8]
  /// DER of the issuer's Name.
  private let issuer: [UInt8]
  private let thisUpdate: Date
  private let nextUpdate: Date?
  private let revoked: [[UInt8]: Date]
  private let signed: SignedBody

  /// - Throws: `CMSDefect`.
  package init(_ der: [UInt8]) throws(CMSDefect) {
    do { try self.init(parsing: der) } catch let defect as CMSDefect { throw defect } catch {
      throw .malformed((error as? DERDefect)?.what ?? "DER")
    }
  }

  private init(parsing der: [UInt8]) throws {
    self.der = der
    var parts = try DERParts(DERParts.root(of: der))
    signed = try SignedBody(&parts)
    try parts.end()
    var body = try DERParts(DER.parse(signed.body))
    guard let version = body.next(if: .integer), try Int(derEncoded: version) == 1,
      SignedBody.algorithm(try DERParts.algorithm(body.next())) == signed.algorithm
    else { throw DERDefect("revocation list") }
    issuer = Array(try body.next().encodedBytes)
    thisUpdate = try Date(time: body.next())
    let next = body.next(if: .utcTime) ?? body.next(if: .generalizedTime)
    nextUpdate = try next.map { try Date(time: $0) }
    revoked = try body.next(if: .sequence).map(Self.entries) ?? [:]
    if let extensions = body.next(if: .context(0)) {
      try DERParts(DERParts.only(in: extensions, .context(0))).requireNoneCritical()
    }
    try body.end()
  }

  package func statement(
    on certificate: Certificate, issuedBy authority: Certificate
  ) -> RevocationStatement? {
    guard let name = try? CertificateName(of: certificate.encoded), name.issuer == issuer,
      certificate.issuer == authority.subject, Self.maySign(authority),
      signed.isSigned(by: authority)
    else { return nil }
    return RevocationStatement(
      asOf: thisUpdate, nextUpdate: nextUpdate, revokedAt: revoked[name.serialNumber])
  }

  private static func maySign(_ authority: Certificate) -> Bool {
    ((try? authority.extensions.keyUsage) ?? nil)?.cRLSign ?? true
  }

  /// DER of the serial numbers with the times of revocation.
  private static func entries(_ node: ASN1Node) throws -> [[UInt8]: Date] {
    var found: [[UInt8]: Date] = [:]
    for entry in try DERParts(node).rest {
      var parts = try DERParts(entry)
      let serial = Array(try parts.next().encodedBytes)
      let date = try Date(time: parts.next())
      guard found.updateValue(date, forKey: serial) == nil else { throw DERDefect("entry twice") }
      if let extensions = parts.next(if: .sequence) {
        try DERParts(extensions).requireNoneCritical()
      }
      try parts.end()
    }
    return found
  }
}

extension Certificate {
  package var encoded: [UInt8] {
    var der = DER.Serializer()
    // A certificate that was read can be written.
    guard (try? serialize(into: &der)) != nil else { return [] }
    return der.serializedBytes
  }
}
