import Cases
import Foundation
import Sealing

/// Judges one of our files of profile `gm`, whose structure was found to be right.
enum GMVerifier {
  static func judge(
    _ file: PDFExtendedFile, _ trust: TrustStore, at date: Date
  ) throws(PDFRefusal) -> Verdict {
    // Nothing keeps such a seal verifiable: what was added has no business there.
    guard file.additions.isEmpty else { throw .init(.structure("/DSS")) }
    let signature = try GMCheckedSignature(
      in: file.seal.hole, of: file.sealedBytes, at: file.seal.sealedAt)
    let sealer = GMAuthorities(trust, at: signature.sealedAt)
      .judge(signature, showsItsSeal: file.seal.seal.shows(signature.seal.picture))
    return Verdict(
      unaltered: .init(.yes, reasons: [.digestAndSignatureAgree]), sealedBy: sealer.answer,
      inForce: GMValidity.judge(signature, sealer, at: date), claims: file.seal.claims)
  }
}
