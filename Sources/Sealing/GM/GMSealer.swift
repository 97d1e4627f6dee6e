import Cases
import Crypto
import Foundation
import PortableDocument

/// Seals in profile `gm`: an SES_Signature of GB/T 38540 in the place of the CMS, everything around it as in `pades`.
enum GMSealer {
  /// - Throws: `seal_not_valid`, `bad_seal_authority`, `gm_not_available`, `sealing_failed`, or what `willUse` throws.
  static func seal(
    _ document: SealableDocument, _ order: SealOrder, with seal: SESSeal,
    as identity: SealIdentity, caseID: String
  ) throws(Problem) -> [UInt8] {
    let certificate = try usableCertificate(of: identity, seal, now: order.now)
    var order = order
    order.profile = .gm
    let revision = try SealedRevision(
      order, on: document, holeSize: try largestSignature(of: seal, certificate: certificate))
    try identity.willUse(
      SealUse(
        caseID: caseID, certificate: HexDigits.lower(SHA256.hash(data: certificate)),
        sealCode: identity.record.code))
    return try revision.filled(
      with: signature(over: revision, with: seal, by: identity.key, certificate, now: order.now))
  }

  /// Bytes that the SES_Signature takes at most: only the length of its own signature varies.
  private static func largestSignature(
    of seal: SESSeal, certificate: [UInt8]
  ) throws(Problem) -> Int {
    let longest = SESSignature(
      seal: seal, sealedAt: seal.info.createdAt, dataHash: Array(repeating: 0, count: 32),
      property: SESSignature.property(hole: 0..<0, fileSize: 0), certificate: certificate,
      signature: Array(repeating: 0, count: 72))
    guard let size = try? longest.encoded().count else {
      throw .badAuthority(AuthorityFolder.Part.electronicSeal.rawValue)
    }
    return size
  }

  private static func signature(
    over revision: SealedRevision, with seal: SESSeal, by key: any SealKey,
    _ certificate: [UInt8], now: Date
  ) throws(Problem) -> [UInt8] {
    let (bytes, hole) = (revision.update.bytes, revision.hole)
    do {
      var signature = SESSignature(
        seal: seal,
        sealedAt: Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down)),
        dataHash: try SM3.hash(bytes[..<hole.lowerBound], bytes[hole.upperBound...]),
        property: SESSignature.property(hole: hole, fileSize: bytes.count),
        certificate: certificate,
        signature: [])
      signature.signature = try key.sign(signature.signedPart())
      return try signature.encoded()
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }

  /// DER of the sealing certificate, which must be valid, as the seal must, and on the seal's list.
  private static func usableCertificate(
    of identity: SealIdentity, _ seal: SESSeal, now: Date
  ) throws(Problem) -> [UInt8] {
    guard let der = identity.certificates.first, let certificate = SM2Certificate(der: der) else {
      throw .badAuthority("certificate")
    }
    guard seal.info.certificates.allows(der), certificate.maySign, identity.record.retiredAt == nil,
      (certificate.notBefore...certificate.notAfter).contains(now),
      (seal.info.validFrom...max(seal.info.validFrom, seal.info.validUntil)).contains(now)
    else { throw .sealNotValid }
    return der
  }
}

extension SESSignature {
  /// `propertyInfo` of a PDF: the byte ranges that `dataHash` is over.
  package static func property(hole: Range<Int>, fileSize: Int) -> String {
    let numbers = [hole.lowerBound, hole.upperBound, fileSize - hole.upperBound]
    return "ByteRange 0 " + numbers.map(PDFObjectWriter.padded).joined(separator: " ")
  }
}
