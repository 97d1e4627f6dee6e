import Cases
import Foundation
import Sealing
import X509

/// Whether a seal is in force on a day, by what certificates and record say.
enum PDFValidity {
  static func judge(
    _ signature: PDFCheckedSignature, _ file: PDFSealedFile, record: SealRecord?, at date: Date
  ) -> Verdict.Answer<Verdict.InForce> {
    guard let record else { return .init(.notChecked, reasons: [.validityUnknown]) }
    let from = signature.certificates.map(\.notValidBefore) + [record.validFrom]
    let until = signature.certificates.map(\.notValidAfter) + [record.validUntil]
    guard let first = from.max(), let last = until.min() else { return .init(.notChecked) }
    if date < first || date < file.sealedAt { return .init(.no, reasons: [.sealNotYetValid]) }
    if file.sealedAt < first || file.sealedAt > last {
      return .init(.no, reasons: [.sealedOutsideValidity])
    }
    if let retired = record.retiredAt, file.sealedAt > retired {
      return .init(.no, reasons: [.sealedAfterRetirement])
    }
    // Without a time stamp nobody can tell that the file was sealed before the certificate expired.
    if date > last { return .init(.no, reasons: [.sealExpired]) }
    return .init(.yes, reasons: [.validNow])
  }
}
