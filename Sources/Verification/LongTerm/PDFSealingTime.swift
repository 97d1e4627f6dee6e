import Foundation
import Sealing
import SwiftASN1
@_spi(FixedExpiryValidationTime) import X509

/// When a file was sealed, as far as that can be told.
enum PDFSealingTime: Equatable {
  /// Only the sealer says so.
  case claimed
  /// There is a time stamp, and nobody here knows its authority.
  case unknownAuthority
  /// The authority's certificate has expired or was revoked, and no later time stamp covers the time before.
  case noLongerProved
  /// The seal was there at this time.
  case proved(Date)

  /// Goes back from `date` through the document time stamps to the one of the seal: each proves that what it covers was
  /// there when the certificates before it were still good (EN 319 102-1, 5.6.3).
  static func judge(
    _ seal: TimestampToken?, under later: [TimestampToken], _ evidence: PDFEvidence,
    _ trust: TrustStore, at date: Date
  ) async -> PDFSealingTime {
    guard let seal else { return .claimed }
    var believed = date
    for token in later.reversed()
    where token.time <= believed.addingTimeInterval(TimestampRequest.tolerance) {
      let time = max(believed, token.time)
      if await isTrusted(token, evidence, trust, at: time) { believed = token.time }
    }
    if await isTrusted(seal, evidence, trust, at: max(believed, seal.time)) {
      return .proved(seal.time)
    }
    let wasTrusted = await leadsToAnchor(seal, evidence, trust, at: seal.time)
    return wasTrusted ? .noLongerProved : .unknownAuthority
  }

  private static func isTrusted(
    _ token: TimestampToken, _ evidence: PDFEvidence, _ trust: TrustStore, at date: Date
  ) async -> Bool {
    guard !evidence.holdsRevocation(of: token.certificates, before: date) else { return false }
    return await leadsToAnchor(token, evidence, trust, at: date, askingRevocation: true)
  }

  private static func leadsToAnchor(
    _ token: TimestampToken, _ evidence: PDFEvidence, _ trust: TrustStore, at date: Date,
    askingRevocation: Bool = false
  ) async -> Bool {
    guard let signer = token.certificates.first,
      let between = evidence.authorities(above: signer, at: date)
    else { return false }
    let roots = trust.timestampAnchors.compactMap {
      try? Certificate(pemEncoded: $0.certificate)
    }
    var verifier = Verifier(rootCertificates: CertificateStore(roots)) {
      RFC5280Policy(fixedExpiryValidationTime: date)
      TimestampingPolicy(evidence: askingRevocation ? evidence : nil, date: date)
    }
    let result = await verifier.validate(leaf: signer, intermediates: CertificateStore(between))
    if case .validCertificate = result { return true }
    return false
  }
}

extension PDFEvidence {
  /// Whether one of these certificates had been revoked by then.
  fileprivate func holdsRevocation(of certificates: some Sequence<Certificate>, before date: Date)
    -> Bool
  {
    certificates.flatMap(statements).contains { $0.revokedAt.map { $0 <= date } ?? false }
  }
}

/// The purpose of the signer's certificate was looked at when its token was read. A path may lead through authorities that
/// the file holds beside the token: they must not have been revoked either.
private struct TimestampingPolicy: VerifierPolicy {
  let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [
    .X509ExtensionID.extendedKeyUsage
  ]
  /// nil where revocation is not asked.
  let evidence: PDFEvidence?
  let date: Date

  func chainMeetsPolicyRequirements(
    chain: UnverifiedCertificateChain
  ) async -> PolicyEvaluationResult {
    guard evidence?.holdsRevocation(of: chain, before: date) != true else {
      return .failsToMeetPolicy(reason: "revoked")
    }
    return .meetsPolicy
  }
}
