import Cases
import Crypto
import Foundation
import PortableDocument
import X509

/// The SM2 authority that the program makes for itself, and what it certifies: a maker of seals, and holders of one. All say
/// that they are a test.
struct GMTestRoot {
  /// A key and its certificate, DER.
  struct Holder {
    let key: SM2SealKey
    let certificate: [UInt8]
    let term: TestCertificates.Term

    /// SHA-256 of the certificate, lower-case hexadecimal.
    var fingerprint: String { HexDigits.lower(SHA256.hash(data: certificate)) }
  }

  let holder: Holder
  private let name: DistinguishedName

  /// A new authority.
  init(now: Date) throws {
    let key = try SM2SealKey()
    let term = TestCertificates.Term(now, years: TestCertificates.authorityYears)
    name = try Self.name(of: key)
    let certificate = try SM2CertificateRequest(
      subject: name, publicKeyInfo: key.publicKeyInfo, from: term.from, until: term.until,
      authority: true
    ).issued(by: name, key, key.publicKeyInfo)
    holder = Holder(key: key, certificate: certificate, term: term)
  }

  /// The authority that is there.
  init(key: SM2SealKey, certificate der: [UInt8]) throws {
    guard let certificate = SM2Certificate(der: der) else { throw Problem.badAuthority("SM2") }
    holder = Holder(
      key: key, certificate: der,
      term: .init(certificate.notBefore, until: certificate.notAfter))
    name = try Self.name(of: key)
  }

  func newMaker() throws -> Holder {
    try newHolder(
      Self.name("勘合测试 Kanhe TEST", "勘合测试制章者 Kanhe TEST seal maker"), holder.term)
  }

  /// Who may use a seal of that organ; never for longer than the authority is valid.
  func newSealHolder(for organ: String, now: Date) throws -> Holder {
    let term = TestCertificates.Term(now, years: TestCertificates.sealYears)
    return try newHolder(
      Self.name(organ, "\(organ) 测试电子印章 TEST seal"),
      .init(term.from, until: min(term.until, holder.term.until)))
  }

  private func newHolder(
    _ subject: DistinguishedName, _ term: TestCertificates.Term
  ) throws -> Holder {
    let key = try SM2SealKey()
    let certificate = try SM2CertificateRequest(
      subject: subject, publicKeyInfo: key.publicKeyInfo, from: term.from, until: term.until,
      authority: false
    ).issued(by: name, holder.key, holder.key.publicKeyInfo)
    return Holder(key: key, certificate: certificate, term: term)
  }

  /// Tells apart the authorities of two data folders.
  private static func name(of key: SM2SealKey) throws -> DistinguishedName {
    let shortID = HexDigits.upper(try SM3.hash(key.publicKeyInfo[...])).prefix(8)
    return try name("勘合测试 Kanhe TEST", "勘合国密测试根证书 Kanhe TEST SM2 authority \(shortID)")
  }

  private static func name(_ organ: String, _ name: String) throws -> DistinguishedName {
    try DistinguishedName {
      CountryName("CN")
      OrganizationName(organ)
      CommonName(name)
    }
  }
}
