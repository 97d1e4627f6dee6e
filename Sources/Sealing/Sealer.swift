package import Cases
import Crypto
package import Foundation
import SwiftASN1
import X509

/// Seals documents: a PAdES B-B certification signature whose visible appearance is the seal of its record.
package enum Sealer {
  /// Appends the sealed revision to a PDF that cairo wrote; its own bytes stay as they are.
  ///
  /// `reason` says why it was sealed, as viewers show it; `caseID` is told with the use of the key and does not enter
  /// the file.
  /// - Throws: `cannot_be_sealed`, `seal_not_valid`, `bad_seal_key`, `sealing_failed`, or what `willUse` throws.
  package static func seal(
    _ pdf: [UInt8], at placement: SealPlacement, as identity: SealIdentity, reason: String,
    caseID: String, now: Date = Date()
  ) throws(Problem) -> [UInt8] {
    let certificate = try usableCertificate(of: identity, now: now)
    let revision = try SealedRevision(
      on: BaseDocument(pdf), record: identity.record, at: placement, reason: reason, now: now)
    try identity.willUse(
      SealUse(caseID: caseID, certificate: certificate, sealCode: identity.record.code))
    return try revision.filled(with: cms(over: revision.signedDigest, by: identity))
  }

  /// SHA-256 of the sealing certificate, which must be valid, as the seal must, and on the seal's list.
  private static func usableCertificate(
    of identity: SealIdentity, now: Date
  ) throws(Problem) -> String {
    guard let der = identity.certificates.first, let certificate = try? Certificate(derEncoded: der)
    else { throw .badAuthority("certificate") }
    let fingerprint = HexDigits.lower(SHA256.hash(data: der))
    let record = identity.record
    guard record.certificates.contains(fingerprint),
      (record.validFrom...max(record.validFrom, record.validUntil)).contains(now),
      certificate.notValidBefore <= now, now <= certificate.notValidAfter
    else { throw .sealNotValid }
    return fingerprint
  }

  private static func cms(
    over digest: [UInt8], by identity: SealIdentity
  ) throws(Problem) -> [UInt8] {
    do {
      var signature = PAdESSignature(
        certificates: identity.certificates, messageDigest: digest, signature: [])
      let signed = try P256.Signing.ECDSASignature(
        derRepresentation: identity.key.sign(signature.signedAttributes()))
      signature.signature = Array(try CanonicalECDSA.form(of: signed).derRepresentation)
      return try signature.encoded()
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }
}
