import Cases
import Crypto
import Foundation
import Sealing
import SwiftASN1
@_spi(FixedExpiryValidationTime) import X509

/// Who sealed a file, as far as a trust store tells.
enum PDFSealer {
  /// The answer, and the record of the seal where there is one; `shows` tells whether the file shows the seal on record.
  static func judge(
    _ signature: PDFCheckedSignature, at sealedAt: Date, _ trust: TrustStore,
    shows: (SealRecord) -> Bool
  ) async -> (answer: Verdict.Answer<Verdict.SealedBy>, record: SealRecord?) {
    guard let sealing = signature.certificates.first else { return (.init(.nobody), nil) }
    let subject = subject(of: sealing)
    guard sealing.maySeal else {
      return (.init(.nobody, subject: subject, reasons: [.certificateMisused]), nil)
    }
    guard let anchor = await anchor(of: signature.certificates, trust, at: sealedAt) else {
      return (.init(.unknown, subject: subject, reasons: [.sealerUnknown]), nil)
    }
    let record = trust.sealRecords.first {
      $0.certificates.contains(signature.fingerprint) && shows($0)
    }
    guard let record else {
      return (.init(.nobody, subject: subject, reasons: [.certificateNotOnSeal]), nil)
    }
    let isTest = anchor.test || record.test
    return (
      .init(
        isTest ? .test : .trusted, subject: subject,
        reasons: isTest ? [.sealerTest] : [.sealerTrusted]), record
    )
  }

  /// The anchor that the chain leads to. Dates are judged apart, so the path is looked at on a day when the sealing
  /// certificate was valid.
  private static func anchor(
    of chain: [Certificate], _ trust: TrustStore, at date: Date
  ) async -> TrustStore.SealAnchor? {
    guard let sealing = chain.first else { return nil }
    let day = min(max(date, sealing.notValidBefore), sealing.notValidAfter)
    for anchor in trust.sealAnchors {
      guard let root = try? Certificate(pemEncoded: anchor.certificate) else { continue }
      var verifier = Verifier(rootCertificates: CertificateStore([root])) {
        RFC5280Policy(fixedExpiryValidationTime: day)
      }
      let result = await verifier.validate(
        leaf: sealing, intermediates: CertificateStore(chain.dropFirst()))
      if case .validCertificate = result { return anchor }
    }
    return nil
  }

  static func subject(of certificate: Certificate) -> String {
    String(describing: certificate.subject)
  }
}
