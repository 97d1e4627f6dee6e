import Cases
import Foundation
import Sealing

/// Whether a GB/T 38540 seal is in force on a day, by what it, the certificates and its record say (6.3 d, 7.3 e).
enum GMValidity {
  static func judge(
    _ signature: GMCheckedSignature, _ sealer: GMAuthorities.Judgement, at date: Date
  ) -> Verdict.Answer<Verdict.InForce> {
    guard let anchor = sealer.anchor else {
      return .init(.notChecked, reasons: [.validityUnknown])
    }
    let (seal, sealing, sealedAt) = (signature.seal, signature.sealing, signature.sealedAt)
    let record = sealer.record
    if record?.compromised == true { return .init(.no, reasons: [.sealCompromised]) }
    let first = max(seal.validFrom, sealing.notBefore, anchor.notBefore)
    let last = min(
      seal.validUntil, sealing.notAfter, anchor.notAfter, record?.validUntil ?? .distantFuture)
    if date < first || date < sealedAt { return .init(.no, reasons: [.sealNotYetValid]) }
    if sealedAt < first || sealedAt > last {
      return .init(.no, reasons: [.sealedOutsideValidity])
    }
    if let retired = record?.retiredAt, sealedAt > retired {
      return .init(.no, reasons: [.sealedAfterRetirement])
    }
    // Without a time stamp nobody can tell that the file was sealed before the certificate expired.
    if date > last { return .init(.no, reasons: [.sealExpired]) }
    return .init(.yes, reasons: [.validNow, .revocationNotAsked, .timeClaimed])
  }
}
