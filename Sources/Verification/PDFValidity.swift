import Cases
import Foundation
import Sealing
import X509

/// Whether a seal is in force on a day, by what certificates, record and time stamps say.
enum PDFValidity {
  static func judge(
    _ signature: PDFCheckedSignature, at sealedAt: Date, record: SealRecord?,
    time: PDFSealingTime, revocation: PDFRevocation, on date: Date
  ) -> Verdict.Answer<Verdict.InForce> {
    guard let record else { return .init(.notChecked, reasons: [.validityUnknown]) }
    // Whoever has the key can have false results stamped until it is noticed.
    guard !record.compromised else { return .init(.no, reasons: [.sealCompromised]) }
    let from = signature.certificates.map(\.notValidBefore) + [record.validFrom]
    let until = signature.certificates.map(\.notValidAfter) + [record.validUntil]
    guard let first = from.max(), let last = until.min() else { return .init(.notChecked) }
    let proved = time.proved
    let sealed = [sealedAt, proved].compactMap(\.self)
    let now = date.addingTimeInterval(proved == nil ? 0 : TimestampRequest.tolerance)
    if date < first || sealed.contains(where: { now < $0 }) {
      return .init(.no, reasons: [.sealNotYetValid])
    }
    if sealed.contains(where: { $0 < first || $0 > last }) {
      return .init(.no, reasons: [.sealedOutsideValidity])
    }
    if let retired = record.retiredAt, sealed.contains(where: { $0 > retired }) {
      return .init(.no, reasons: [.sealedAfterRetirement])
    }
    if case .revoked(let end) = revocation, proved.map({ $0 >= end }) ?? true {
      return .init(.no, reasons: [.revoked(end)] + time.reasons)
    }
    // Without a time stamp nobody can tell that the file was sealed before the certificate expired.
    if date > last, proved == nil {
      return .init(.no, reasons: [.sealExpired] + time.reasons.filter { $0 != .timeClaimed })
    }
    let validity: Reason = date > last ? .sealedInTime : .validNow
    return .init(.yes, reasons: [validity] + revocation.reasons + time.reasons)
  }
}

extension PDFSealingTime {
  var proved: Date? { if case .proved(let date) = self { date } else { nil } }

  fileprivate var reasons: [Reason] {
    switch self {
    case .claimed: [.timeClaimed]
    case .unknownAuthority: [.timestampUnknown]
    case .noLongerProved: [.timestampExpired]
    case .proved(let date): [.timeProved(date)]
    }
  }
}

extension PDFRevocation {
  fileprivate var reasons: [Reason] {
    switch self {
    case .unknown: [.revocationNotAsked]
    case .none(let date): [.notRevoked(date)]
    case .revoked(let date): [.revokedLater(date)]
    }
  }
}
