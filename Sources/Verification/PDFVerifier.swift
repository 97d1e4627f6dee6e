package import Cases
package import Foundation
import Sealing

/// Judges a PDF: whether it was altered, who sealed it, whether the seal is in force. Takes any bytes; uses no network.
package enum PDFVerifier {
  /// Whether the bytes claim to be a PDF, or bear the marks of a seal of ours with another beginning: that is an altered
  /// result and not a file of another kind. What is neither cannot be judged.
  package static func looksLikePDF(_ bytes: [UInt8]) -> Bool {
    FileFormat(bytes) == .pdf || PDFSealMarks(in: bytes) == .ours
      || PDFSealMarks.contains(PDFSealMarks.ownElsewhere, bytes)
  }

  package static func judge(
    _ pdf: [UInt8], trust: TrustStore, at date: Date = Date()
  ) async -> Verdict {
    switch PDFSealMarks(in: pdf) {
    case .none:
      return Verdict(
        unaltered: .init(.notChecked, reasons: [.noSeal]),
        sealedBy: .init(.nobody, reasons: [.noSeal]), inForce: .init(.notChecked))
    case .ours:
      return await judgeOurs(pdf, trust, date)
    case .others:
      return PDFSignedDocument.needsStates(pdf)
        ? await PDFSignaturesJudge(trust, at: date).judge(pdf) : PDFThirdPartySignature.judge(pdf)
    }
  }

  private static func judgeOurs(
    _ pdf: [UInt8], _ trust: TrustStore, _ date: Date
  ) async -> Verdict {
    let checked: PDFCheckedFile
    do {
      let file = try PDFExtendedFile(pdf)
      if file.seal.profile == .gm { return try GMVerifier.judge(file, trust, at: date) }
      checked = try PDFCheckedFile(file)
    } catch { return .refused(error.reason) }
    let sealer = await PDFSealer.judge(checked.signature, at: checked.seal.sealedAt, trust) {
      checked.seal.seal.shows($0.picture)
    }
    let time = await checked.sealingTime(trust, at: date)
    return Verdict(
      unaltered: .init(.yes, reasons: checked.reasons), sealedBy: sealer.answer,
      inForce: PDFValidity.judge(
        checked.signature, at: checked.seal.sealedAt, record: sealer.record, time: time,
        revocation: checked.revocation(sealedAt: time), on: date),
      claims: checked.claims(time))
  }
}
