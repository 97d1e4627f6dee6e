import Cases
import Foundation
import Sealing
import X509

/// A file of ours in which everything fits together: the seal, its signature, its time stamp, what was added later.
struct PDFCheckedFile {
  let file: PDFExtendedFile
  let signature: PDFCheckedSignature
  let evidence: PDFEvidence
  /// The certificates of the seal and of all time stamps.
  let signers: [Certificate]

  /// Name of the claim that a time stamp has proved.
  static let provedTime = "time_proved"

  var seal: PDFSealedFile { file.seal }

  init(_ pdf: [UInt8]) throws(PDFRefusal) { try self.init(try PDFExtendedFile(pdf)) }

  init(_ file: PDFExtendedFile) throws(PDFRefusal) {
    self.file = file
    signature = try PDFCheckedSignature(in: file.seal.hole, of: file.sealedBytes)
    // What comes later keeps a time stamp verifiable; without one there is nothing to keep.
    guard signature.timestamp != nil || file.additions.isEmpty else {
      throw .init(.structure("/DSS"))
    }
    let stamps = [signature.timestamp].compactMap(\.self) + file.timestamps
    signers = signature.certificates + stamps.flatMap(\.certificates)
    evidence = try PDFEvidence(signatures: signers, data: file.data)
  }

  func sealingTime(_ trust: TrustStore, at date: Date) async -> PDFSealingTime {
    await PDFSealingTime.judge(
      signature.timestamp, under: file.timestamps, evidence, trust, at: date)
  }

  func revocation(sealedAt time: PDFSealingTime) -> PDFRevocation {
    PDFRevocation(
      of: signature.certificates, evidence, sealedAt: time.proved ?? file.seal.sealedAt)
  }

  /// Why it is unaltered.
  var reasons: [Reason] {
    [.digestAndSignatureAgree] + (file.additions.isEmpty ? [] : [.onlyExtended])
  }

  /// What the file says of itself, and the time that is proved.
  func claims(_ time: PDFSealingTime) -> [String: String] {
    var claims = seal.claims
    claims[Self.provedTime] = time.proved?.formatted(.iso8601)
    return claims
  }
}
