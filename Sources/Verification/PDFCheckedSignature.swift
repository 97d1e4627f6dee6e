import Cases
import Crypto
import Foundation
import PortableDocument
import Sealing
import SwiftASN1
import X509

/// The signature of one of our files, found to be whole: canonical to the bit, over these bytes, by this certificate.
struct PDFCheckedSignature {
  /// The sealing certificate first, each as it stands in the file.
  let certificates: [Certificate]
  /// SHA-256 of the sealing certificate, lower-case hexadecimal.
  let fingerprint: String
  /// The time stamp of the signature, found to be whole; nil where there is none.
  let timestamp: TimestampToken?

  /// - Parameters:
  ///   - hole: the Contents string, angle brackets included.
  ///   - bytes: the file to the end of the sealed revision.
  init(in hole: Range<Int>, of bytes: [UInt8]) throws(PDFRefusal) {
    let cms = try PDFHole.contents(hole, in: bytes, upperCase: true)
    let parts: PAdESSignature
    do { parts = try PAdESSignature(parsing: cms) } catch { throw .init(.signatureNotCanonical) }
    // Ours have two or three; a crowd of them could make path building slow.
    guard (1...4).contains(parts.certificates.count) else { throw .init(.signatureNotCanonical) }
    // The encoding holds the hashes of all certificates, so this comparison is also the ESS check.
    guard let encoded = try? parts.encoded(), encoded == cms else {
      throw .init(.signatureNotCanonical)
    }
    guard parts.messageDigest == PDFHole.digest(outside: hole, of: bytes) else {
      throw .init(.contentAltered)
    }
    let chain = parts.certificates.compactMap { try? Certificate(derEncoded: $0) }
    guard chain.count == parts.certificates.count, let sealing = chain.first,
      let key = P256.Signing.PublicKey(sealing.publicKey),
      let attributes = try? parts.signedAttributes(),
      let signature = try? P256.Signing.ECDSASignature(derRepresentation: parts.signature)
    else { throw .init(.signatureWrong) }
    guard CanonicalECDSA.isCanonical(signature),
      Array(signature.derRepresentation) == parts.signature
    else { throw .init(.signatureNotCanonical) }
    guard key.isValidSignature(signature, for: attributes) else { throw .init(.signatureWrong) }
    timestamp = try Self.timestamp(in: parts)
    certificates = chain
    fingerprint = HexDigits.lower(SHA256.hash(data: parts.certificates[0]))
  }

  /// A time stamp that is there must be one of this signature: one that is not was put there later.
  private static func timestamp(
    in parts: PAdESSignature
  ) throws(PDFRefusal) -> TimestampToken? {
    guard let der = parts.timestamp else { return nil }
    guard let token = try? TimestampToken(der),
      token.covers(sha256: Array(SHA256.hash(data: parts.signature)))
    else { throw .init(.timestampWrong) }
    return token
  }
}
