import Cases
import Crypto
import Foundation
import PortableDocument
import X509

/// A seal that was just made: its key, encrypted, its certificate and its record.
struct NewSeal {
  /// PEM.
  let key: [UInt8]
  let certificate: [UInt8]
  let record: SealRecord

  init(
    _ design: SealDesign, by authority: TestCertificates, passphrase: String, now: Date
  ) throws {
    let made = try NewSealKey(for: design.name, by: authority, passphrase: passphrase, now: now)
    (key, certificate) = (made.key, made.certificate)
    record = SealRecord(
      organ: design.name, kind: design.kind, code: design.code, validFrom: made.validFrom,
      // The seal outlives its first key; each certificate has its own end.
      validUntil: authority.authority.notValidAfter, certificates: [made.fingerprint],
      picture: try SealDrawing.draw(design), test: true)
  }
}

/// A new key for a seal, with its certificate.
struct NewSealKey {
  let key: [UInt8]
  let certificate: [UInt8]
  let fingerprint: String
  let validFrom: Date

  init(
    for organ: String, by authority: TestCertificates, passphrase: String, now: Date
  ) throws {
    let secret = P256.Signing.PrivateKey()
    let issued = try authority.sealCertificate(for: secret.publicKey, organ: organ, now: now)
    let der = try TestCertificates.der(issued)
    key = try FileSealKey.encrypted(pem: secret.pemRepresentation, passphrase: passphrase)
    certificate = SealAuthority.pem(der)
    fingerprint = HexDigits.lower(SHA256.hash(data: der))
    validFrom = issued.notValidBefore
  }
}
