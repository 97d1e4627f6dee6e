import Crypto
import Foundation
import SwiftASN1
package import X509

/// A successful OCSP response (RFC 6960, 4.2), signed by the issuer of the certificates that it is about or by somebody
/// whom the issuer certified for that.
package struct OCSPAnswer: RevocationEvidence {
  package let der: [UInt8]
  private let signed: SignedBody
  private let responders: [Certificate]
  private let producedAt: Date
  private let single: [OCSPSingleAnswer]

  /// - Throws: `CMSDefect`.
  package init(_ der: [UInt8]) throws(CMSDefect) {
    do { try self.init(parsing: der) } catch let defect as CMSDefect { throw defect } catch {
      throw .malformed((error as? DERDefect)?.what ?? "DER")
    }
  }

  private init(parsing der: [UInt8]) throws {
    self.der = der
    let basicType: ASN1ObjectIdentifier = [1, 3, 6, 1, 5, 5, 7, 48, 1, 1]
    var response = try DERParts(DERParts.root(of: der))
    guard Array(try response.next().encodedBytes) == [0x0A, 1, 0] else {
      throw DERDefect("response without success")
    }
    var typed = try DERParts(DERParts.only(in: response.next(), .context(0)))
    try response.end()
    guard try ASN1ObjectIdentifier(derEncoded: typed.next()) == basicType else {
      throw DERDefect("response of another type")
    }
    let content = Array(try ASN1OctetString(derEncoded: typed.next()).bytes)
    try typed.end()
    var basic = try DERParts(DERParts.root(of: content))
    signed = try SignedBody(&basic)
    let encoded = try basic.next(if: .context(0)).map {
      try DERParts(DERParts.only(in: $0, .context(0))).rest
    }
    try basic.end()
    responders = try (encoded ?? []).map { try Certificate(derEncoded: Array($0.encodedBytes)) }
    (producedAt, single) = try Self.body(signed.body)
    guard responders.count <= 4, single.count <= 16 else { throw DERDefect("too much in response") }
  }

  /// ResponseData.
  private static func body(_ der: [UInt8]) throws -> (Date, [OCSPSingleAnswer]) {
    var data = try DERParts(DER.parse(der))
    let responder = try data.next()
    guard [.context(1), .context(2)].contains(responder.identifier) else {
      throw DERDefect("responder")
    }
    let time = Date(try GeneralizedTime(derEncoded: data.next()))
    let answers = try DERParts(data.next()).rest.map { try OCSPSingleAnswer($0) }
    if let extensions = data.next(if: .context(1)) {
      try DERParts(DERParts.only(in: extensions, .context(1))).requireNoneCritical()
    }
    try data.end()
    return (time, answers)
  }

  package func statement(
    on certificate: Certificate, issuedBy issuer: Certificate
  ) -> RevocationStatement? {
    guard let answer = single.first(where: { $0.isAbout(certificate, issuedBy: issuer) }),
      isSigned(onBehalfOf: issuer)
    else { return nil }
    return answer.statement
  }

  private func isSigned(onBehalfOf issuer: Certificate) -> Bool {
    if responders.isEmpty { return signed.isSigned(by: issuer) }
    // Every certificate that came along has its place, or it would be there unsigned.
    guard responders.allSatisfy({ $0 == issuer || issuer.issued($0) }) else { return false }
    return responders.contains { responder in
      (responder == issuer || responder.mayAnswer(at: producedAt)) && signed.isSigned(by: responder)
    }
  }
}

extension Certificate {
  /// Certified to sign OCSP responses (RFC 6960, 4.2.2.2), and valid then.
  fileprivate func mayAnswer(at date: Date) -> Bool {
    guard let usage = (try? extensions.extendedKeyUsage) ?? nil else { return false }
    return usage.contains(.ocspSigning) && notValidBefore <= date && date <= notValidAfter
  }
}
