package import Cases
import Crypto
package import Foundation
import PortableDocument
import SwiftASN1
import X509

/// Seals documents: a signature whose visible appearance is the seal of its record, PAdES B-B, or that of GB/T 38540 where
/// the identity has such a seal.
package enum Sealer {
  /// Appends the sealed revision to a PDF that this program drew; its own bytes stay as they are.
  ///
  /// `reason` says why it was sealed, as viewers show it; `caseID` is told with the use of the key and does not enter
  /// the file.
  /// - Throws: `cannot_be_sealed`, `seal_not_valid`, `certificate_may_not_seal`, `bad_seal_key`, `sealing_failed`, or what
  ///   `willUse` throws.
  package static func seal(
    _ pdf: [UInt8], at placement: SealPlacement, as identity: SealIdentity, reason: String,
    caseID: String, now: Date = Date()
  ) throws(Problem) -> [UInt8] {
    guard let electronicSeal = identity.electronicSeal else {
      return try signed(
        pdf, at: placement, as: identity, reason: reason, caseID: caseID, now: now
      ).file()
    }
    return try GMSealer.seal(
      SealableDocument(drawn: pdf),
      SealOrder(record: identity.record, placement: placement, reason: reason, now: now),
      with: electronicSeal, as: identity, caseID: caseID)
  }

  /// What `seal` puts together, with this many bytes kept free for a time stamp.
  static func signed(
    _ pdf: [UInt8], at placement: SealPlacement, as identity: SealIdentity, reason: String,
    caseID: String, now: Date, timestampRoom: Int = 0
  ) throws(Problem) -> SignedRevision {
    let certificate = try usableCertificate(of: identity, now: now)
    return try signed(
      SealableDocument(drawn: pdf),
      SealOrder(record: identity.record, placement: placement, reason: reason, now: now),
      as: identity, certificate: certificate, caseID: caseID, timestampRoom: timestampRoom)
  }

  /// Seals a PDF of another program; its own bytes stay as they are. With `approval` the document may be signed already.
  ///
  /// - Throws: `encrypted_pdf`, `already_signed`, `changes_forbidden`, `active_content`, `cannot_be_sealed`,
  ///   `seal_not_valid`, `bad_seal_key`, `sealing_failed`, or what `willUse` throws.
  package static func seal(
    foreign pdf: [UInt8], at place: ForeignPlace, as identity: SealIdentity, reason: String,
    caseID: String, approval: Bool = false, now: Date = Date()
  ) throws(Problem) -> [UInt8] {
    let purpose = approval ? SealedRevision.Purpose.approval : .certification
    let document = try SealableDocument(foreign: pdf, for: purpose)
    let order = SealOrder(
      record: identity.record,
      placement: try place.placement(on: document, identity.record.picture), reason: reason,
      now: now, purpose: purpose)
    if let electronicSeal = identity.electronicSeal {
      return try GMSealer.seal(
        document, order, with: electronicSeal, as: identity, caseID: caseID)
    }
    return try signed(
      document, order, as: identity, certificate: try usableCertificate(of: identity, now: now),
      caseID: caseID, timestampRoom: 0
    ).file()
  }

  private static func signed(
    _ document: SealableDocument, _ order: SealOrder, as identity: SealIdentity,
    certificate: String, caseID: String, timestampRoom: Int
  ) throws(Problem) -> SignedRevision {
    let revision = try SealedRevision(
      order, on: document, holeSize: try largestCMS(of: identity) + timestampRoom)
    try identity.willUse(
      SealUse(caseID: caseID, certificate: certificate, sealCode: identity.record.code))
    return SignedRevision(
      revision: revision, signature: try signature(over: revision.signedDigest, by: identity))
  }

  /// SHA-256 of the sealing certificate, which must be valid, as the seal must, and on the seal's list.
  private static func usableCertificate(
    of identity: SealIdentity, now: Date
  ) throws(Problem) -> String {
    guard let der = identity.certificates.first, let certificate = try? Certificate(derEncoded: der)
    else { throw .badAuthority("certificate") }
    let fingerprint = HexDigits.lower(SHA256.hash(data: der))
    let record = identity.record
    guard record.certificates.contains(fingerprint), record.retiredAt == nil,
      (record.validFrom...max(record.validFrom, record.validUntil)).contains(now),
      certificate.notValidBefore <= now, now <= certificate.notValidAfter
    else { throw .sealNotValid }
    guard certificate.maySeal else { throw .certificateMayNotSeal }
    return fingerprint
  }

  /// Bytes that the CMS takes at most: only the length of its signature varies.
  private static func largestCMS(of identity: SealIdentity) throws(Problem) -> Int {
    let longest = PAdESSignature(
      certificates: identity.certificates, messageDigest: Array(repeating: 0, count: 32),
      signature: Array(repeating: 0, count: 72))
    guard let size = try? longest.encoded().count else { throw .badAuthority("certificate") }
    return size
  }

  private static func signature(
    over digest: [UInt8], by identity: SealIdentity
  ) throws(Problem) -> PAdESSignature {
    do {
      var signature = PAdESSignature(
        certificates: identity.certificates, messageDigest: digest, signature: [])
      let signed = try P256.Signing.ECDSASignature(
        derRepresentation: identity.key.sign(signature.signedAttributes()))
      signature.signature = Array(try CanonicalECDSA.form(of: signed).derRepresentation)
      return signature
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }
}
