import Foundation
import SwiftASN1
import X509

/// A structure with the signature of a certificate authority over it: `SEQUENCE { body, algorithm, signature, ... }`.
struct SignedBody: Sendable {
  let body: [UInt8]
  let algorithm: Certificate.SignatureAlgorithm
  let signature: [UInt8]

  /// Takes the three elements that come next.
  init(_ parts: inout DERParts) throws {
    body = Array(try parts.next().encodedBytes)
    guard let algorithm = Self.algorithm(try DERParts.algorithm(parts.next())) else {
      throw CMSDefect.weakAlgorithm
    }
    self.algorithm = algorithm
    let bits = try ASN1BitString(derEncoded: parts.next())
    guard bits.paddingBits == 0 else { throw DERDefect("signature") }
    signature = Array(bits.bytes)
  }

  func isSigned(by certificate: Certificate) -> Bool {
    certificate.publicKey.isValidSignature(signature, for: body, signatureAlgorithm: algorithm)
  }

  static func algorithm(_ identifier: ASN1ObjectIdentifier) -> Certificate.SignatureAlgorithm? {
    let bare: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 1]
    guard identifier != bare else { return nil }
    return [CMSDigest.sha256, .sha384, .sha512].lazy
      .compactMap { $0.signatureAlgorithm(identifier) }.first
  }
}

extension Date {
  /// A `Time`: UTCTime or GeneralizedTime (RFC 5280, 4.1.2.5).
  init(time node: ASN1Node) throws {
    if node.identifier == .generalizedTime {
      self = Date(try GeneralizedTime(derEncoded: node))
    } else {
      let time = try UTCTime(derEncoded: node)
      self = Date(
        try GeneralizedTime(
          year: time.year, month: time.month, day: time.day, hours: time.hours,
          minutes: time.minutes, seconds: time.seconds, fractionalSeconds: 0))
    }
  }
}
