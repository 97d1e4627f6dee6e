import Cases
import Crypto
import Foundation
import PortableDocument
import X509

/// A seal that was just made: its key with its certificate, and its record.
struct NewSeal {
  let key: NewSealKey
  let record: SealRecord

  init(
    _ design: SealDesign, by authority: TestCertificates, in place: SealKeyPlace, now: Date
  ) throws {
    key = try NewSealKey(for: design.name, by: authority, in: place, now: now)
    record = SealRecord(
      organ: design.name, kind: design.kind, code: design.code, validFrom: key.validFrom,
      // The seal outlives its first key; each certificate has its own end.
      validUntil: authority.authority.notValidAfter, certificates: [key.fingerprint],
      picture: try SealDrawing.draw(design), test: true)
  }
}

/// Where the private key of a seal is kept.
enum SealKeyPlace {
  /// In a file that is encrypted under this.
  case file(passphrase: String)
  case token(SealToken)
}

/// A new key for a seal, with its certificate.
struct NewSealKey {
  /// What is kept of the key, and whether that is where it lies in a token.
  let file: [UInt8]
  let isInToken: Bool
  /// PEM.
  let certificate: [UInt8]
  let fingerprint: String
  let validFrom: Date

  init(
    for organ: String, by authority: TestCertificates, in place: SealKeyPlace, now: Date
  ) throws {
    let publicKey: P256.Signing.PublicKey
    switch place {
    case .file(let passphrase):
      let secret = P256.Signing.PrivateKey()
      file = try FileSealKey.encrypted(pem: secret.pemRepresentation, passphrase: passphrase)
      (publicKey, isInToken) = (secret.publicKey, false)
    case .token(let token):
      let made = try token.newKey(label: "kanhe")
      file = try TokenKeyFile(token: token.label, key: made.name, isOurs: true).encoded
      (publicKey, isInToken) = (made.publicKey, true)
    }
    let issued = try authority.sealCertificate(for: publicKey, organ: organ, now: now)
    let der = try TestCertificates.der(issued)
    certificate = SealAuthority.pem(der)
    fingerprint = HexDigits.lower(SHA256.hash(data: der))
    validFrom = issued.notValidBefore
  }
}
