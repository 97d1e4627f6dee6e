import Cases
import Crypto
import Foundation
import SwiftASN1
import X509

/// The authority that the program makes for itself, and the certificate of its seal. Both say that they are a test.
struct TestCertificates {
  static let authorityYears = 10
  static let sealYears = 3

  let authorityKey = P256.Signing.PrivateKey()
  let sealKey = P256.Signing.PrivateKey()
  let organ: String
  let from: Date

  var sealUntil: Date { from.addingTimeInterval(Double(Self.sealYears) * 365 * 86400) }
  private var authorityUntil: Date {
    from.addingTimeInterval(Double(Self.authorityYears) * 365 * 86400)
  }

  init(organ: String, now: Date) {
    self.organ = organ
    // Whole seconds, as certificates have, and a little earlier than a clock that runs behind.
    from = Date(timeIntervalSince1970: (now.timeIntervalSince1970 - 300).rounded(.down))
  }

  /// DER of the sealing certificate and of the authority's.
  func make() throws -> [[UInt8]] {
    let authorityName = try DistinguishedName {
      CountryName("CN")
      OrganizationName("勘合测试 Kanhe TEST")
      CommonName("勘合测试根证书 Kanhe TEST authority \(Self.shortID(of: authorityKey))")
    }
    let sealName = try DistinguishedName {
      CountryName("CN")
      OrganizationName(organ)
      CommonName("\(organ) 测试电子印章 TEST seal")
    }
    let authority = try certificate(
      authorityName, authorityKey.publicKey, from, authorityUntil,
      Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: Certificate.PublicKey(authorityKey.publicKey))
      }, issuer: authorityName)
    let seal = try certificate(
      sealName, sealKey.publicKey, from, sealUntil,
      Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
        SubjectKeyIdentifier(hash: Certificate.PublicKey(sealKey.publicKey))
        AuthorityKeyIdentifier(
          keyIdentifier: SubjectKeyIdentifier(
            hash: Certificate.PublicKey(authorityKey.publicKey)
          ).keyIdentifier)
      }, issuer: authorityName)
    return [try Self.der(seal), try Self.der(authority)]
  }

  private func certificate(
    _ subject: DistinguishedName, _ key: P256.Signing.PublicKey, _ from: Date, _ until: Date,
    _ extensions: Certificate.Extensions, issuer: DistinguishedName
  ) throws -> Certificate {
    try Certificate(
      version: .v3, serialNumber: Self.serialNumber(),
      publicKey: Certificate.PublicKey(key), notValidBefore: from, notValidAfter: until,
      issuer: issuer, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: extensions, issuerPrivateKey: Certificate.PrivateKey(authorityKey))
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

  private static func der(_ certificate: Certificate) throws -> [UInt8] {
    var serializer = DER.Serializer()
    try certificate.serialize(into: &serializer)
    return serializer.serializedBytes
  }
}
