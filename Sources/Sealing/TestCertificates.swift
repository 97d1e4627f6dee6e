import Cases
import Crypto
import Foundation
import PortableDocument
import SwiftASN1
import X509

/// The authority that the program makes for itself, and the certificates of its seals. All say that they are a test.
struct TestCertificates {
  static let authorityYears = 10
  static let sealYears = 3

  let authorityKey: P256.Signing.PrivateKey
  let authority: Certificate

  /// A new authority.
  init(now: Date) throws {
    let key = P256.Signing.PrivateKey()
    let name = try DistinguishedName {
      CountryName("CN")
      OrganizationName("勘合测试 Kanhe TEST")
      CommonName("勘合测试根证书 Kanhe TEST authority \(Self.shortID(of: key))")
    }
    authority = try Self.certificate(
      name, key.publicKey, Term(now, years: Self.authorityYears),
      Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: Certificate.PublicKey(key.publicKey))
      }, issuer: name, key)
    authorityKey = key
  }

  /// The authority that is there.
  init(certificate: [UInt8], key: P256.Signing.PrivateKey) throws {
    authorityKey = key
    authority = try Certificate(derEncoded: certificate)
  }

  /// From when until when a certificate is valid: whole seconds, and a little earlier than a clock that runs behind.
  struct Term {
    let from: Date
    let until: Date

    init(_ now: Date, years: Int) {
      from = Date(timeIntervalSince1970: (now.timeIntervalSince1970 - 300).rounded(.down))
      until = from.addingTimeInterval(Double(years) * 365 * 86400)
    }

    init(_ from: Date, until: Date) {
      self.from = from
      self.until = until
    }
  }

  /// A new certificate for a seal of that organ; never valid for longer than the authority's.
  func sealCertificate(
    for key: P256.Signing.PublicKey, organ: String, now: Date
  ) throws -> Certificate {
    let name = try DistinguishedName {
      CountryName("CN")
      OrganizationName(organ)
      CommonName("\(organ) 测试电子印章 TEST seal")
    }
    var term = Term(now, years: Self.sealYears)
    if term.until > authority.notValidAfter {
      term = Term(term.from, until: authority.notValidAfter)
    }
    return try Self.certificate(
      name, key, term,
      Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
        SubjectKeyIdentifier(hash: Certificate.PublicKey(key))
        AuthorityKeyIdentifier(
          keyIdentifier: SubjectKeyIdentifier(
            hash: Certificate.PublicKey(authorityKey.publicKey)
          ).keyIdentifier)
      }, issuer: authority.subject, authorityKey)
  }

  private static func certificate(
    _ subject: DistinguishedName, _ key: P256.Signing.PublicKey, _ term: Term,
    _ extensions: Certificate.Extensions, issuer: DistinguishedName,
    _ issuerKey: P256.Signing.PrivateKey
  ) throws -> Certificate {
    try Certificate(
      version: .v3, serialNumber: serialNumber(), publicKey: Certificate.PublicKey(key),
      notValidBefore: term.from, notValidAfter: term.until, issuer: issuer, subject: subject,
      signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions,
      issuerPrivateKey: Certificate.PrivateKey(issuerKey))
  }

  /// 126 random bits, positive. (A number of 20 octets with the top bit set takes 21 in DER, more than RFC 5280 4.1.2.2
  /// allows, and NSS refuses the certificate.)
  private static func serialNumber() -> Certificate.SerialNumber {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    bytes[0] = bytes[0] & 0x3F | 0x40
    return Certificate.SerialNumber(bytes: bytes)
  }

  /// Tells apart the authorities of two data folders.
  private static func shortID(of key: P256.Signing.PrivateKey) -> String {
    String(
      HexDigits.upper(SHA256.hash(data: key.publicKey.x963Representation)).prefix(8))
  }

  static func der(_ certificate: Certificate) throws -> [UInt8] {
    var serializer = DER.Serializer()
    try certificate.serialize(into: &serializer)
    return serializer.serializedBytes
  }
}
