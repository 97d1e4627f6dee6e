import Cases
import Crypto
import Foundation
import PortableDocument
import Sealing

/// The SES_Signature of one of our files, found to be whole (GB/T 38540-2020, 7.3 a to d and 6.3): canonical to the bit, over
/// these bytes, by a certificate that may use the seal.
struct GMCheckedSignature {
  let sealing: SM2Certificate
  let maker: SM2Certificate
  let seal: SESSealInfo
  let sealedAt: Date

  /// - Parameters:
  ///   - hole: the Contents string, angle brackets included.
  ///   - bytes: the file to the end of the sealed revision.
  ///   - sealedAt: what the signature dictionary says.
  init(in hole: Range<Int>, of bytes: [UInt8], at sealedAt: Date) throws(PDFRefusal) {
    let contents = try PDFHole.contents(hole, in: bytes, upperCase: true)
    guard let parts = try? SESSignature(parsing: contents),
      SM2Signature.isCanonical(parts.signature), SM2Signature.isCanonical(parts.seal.signature)
    else { throw .init(.signatureNotCanonical) }
    let (before, after) = (bytes[..<hole.lowerBound], bytes[hole.upperBound...])
    guard parts.dataHash == (try? SM3.hash(before, after)) else { throw .init(.contentAltered) }
    guard let sealing = SM2Certificate(der: parts.certificate),
      let maker = SM2Certificate(der: parts.seal.makerCertificate),
      let signed = try? parts.signedPart(), let made = try? parts.seal.info.encoded(),
      sealing.publicKey.isValid(parts.signature, for: signed),
      maker.publicKey.isValid(parts.seal.signature, for: made)
    else { throw .init(.signatureWrong) }
    // Nothing else covers the sealing certificate: on the list of the seal, which is signed, it stands byte for byte.
    guard parts.seal.info.certificates.allows(parts.certificate) else {
      throw .init(.certificateNotOnSeal)
    }
    guard parts.sealedAt == sealedAt,
      parts.property == SESSignature.property(hole: hole, fileSize: bytes.count)
    else { throw .init(.structure("TBS_Sign")) }
    seal = parts.seal.info
    self.sealedAt = sealedAt
    self.sealing = sealing
    self.maker = maker
  }

  /// SHA-256 of the sealing certificate, lower-case hexadecimal.
  var fingerprint: String { HexDigits.lower(SHA256.hash(data: sealing.der)) }
}
