import Cases
import Foundation
import Sealing
import SwiftASN1

/// The SM2 part of a trust store: roots, and makers of seals.
struct GMAuthorities {
  /// A certificate that is believed, and whether it is a test.
  private struct Listed {
    let certificate: SM2Certificate
    let test: Bool

    /// nil for certificates of other keys, which the same list holds.
    init?(_ anchor: TrustStore.SealAnchor) {
      guard let pem = try? PEMDocument(pemString: anchor.certificate),
        let certificate = SM2Certificate(der: pem.derBytes)
      else { return nil }
      self.certificate = certificate
      test = anchor.test
    }
  }

  struct Judgement {
    let answer: Verdict.Answer<Verdict.SealedBy>
    /// The root that vouches for the sealer; nil where nobody who is believed does.
    var anchor: SM2Certificate?
    /// What is on file here about the seal; a seal of this kind brings its own record, so there need not be any.
    var record: SealRecord?
  }

  private let anchors: [Listed]
  private let makers: [Listed]
  private let records: [SealRecord]
  private let date: Date

  /// Paths are looked for as they were on that day.
  init(_ trust: TrustStore, at date: Date) {
    anchors = trust.sealAnchors.compactMap(Listed.init)
    makers = trust.sealMakers.compactMap(Listed.init)
    records = trust.sealRecords
    self.date = date
  }

  /// Who sealed.
  func judge(_ signature: GMCheckedSignature, showsItsSeal: Bool) -> Judgement {
    func answer(_ answer: Verdict.SealedBy, _ reason: Reason) -> Verdict.Answer<Verdict.SealedBy> {
      .init(answer, subject: signature.sealing.subject, reasons: [reason])
    }
    guard signature.sealing.maySign, signature.maker.maySign else {
      return Judgement(answer: answer(.nobody, .certificateMisused))
    }
    guard let anchor = anchor(of: signature.sealing) else {
      return Judgement(answer: answer(.unknown, .sealerUnknown))
    }
    guard let maker = makers.first(where: { $0.certificate.der == signature.maker.der }),
      self.anchor(of: signature.maker) != nil, made(signature)
    else { return Judgement(answer: answer(.nobody, .sealMakerUnknown)) }
    guard showsItsSeal else { return Judgement(answer: answer(.nobody, .certificateNotOnSeal)) }
    let record = records.first { $0.certificates.contains(signature.fingerprint) }
    let isTest = anchor.test || maker.test || record?.test == true
    return Judgement(
      answer: answer(isTest ? .test : .trusted, isTest ? .sealerTest : .sealerTrusted),
      anchor: anchor.certificate, record: record)
  }

  /// Whether the maker's certificate was valid when the seal was made.
  private func made(_ signature: GMCheckedSignature) -> Bool {
    (signature.maker.notBefore...signature.maker.notAfter).contains(signature.seal.createdAt)
  }

  /// Dates are judged apart, so the path is looked at on a day when the certificate was valid.
  private func anchor(of certificate: SM2Certificate) -> Listed? {
    let day = min(max(date, certificate.notBefore), certificate.notAfter)
    let end = certificate.anchor(among: anchors.map(\.certificate), at: day)
    return end.flatMap { end in anchors.first { $0.certificate.der == end.der } }
  }
}

extension Reason {
  static let sealMakerUnknown = Reason(
    code: "seal_maker_unknown", zh: "印章不是由受信任的制章者制作的。",
    en: "The seal was not made by a trusted maker of seals.")
}
