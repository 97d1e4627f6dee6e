import Foundation
import Sealing
import SwiftASN1

extension TrustStore {
  /// Both together. Where several entries are about one key, seal or certificate, the strictest of them holds for all:
  /// it must not matter which file comes first by name.
  package func merged(with other: TrustStore) -> TrustStore {
    TrustStore(
      sealAnchors: (sealAnchors + other.sealAnchors).atTheirStrictest,
      sealRecords: (sealRecords + other.sealRecords).atTheirStrictest,
      issuingKeys: (issuingKeys + other.issuingKeys).atTheirStrictest,
      logKeys: logKeys + other.logKeys,
      timestampAnchors: timestampAnchors + other.timestampAnchors,
      sealMakers: (sealMakers + other.sealMakers).atTheirStrictest)
  }
}

/// An entry of which a trust store may have several, from different files.
private protocol Restrictable {
  func isAboutTheSame(as other: Self) -> Bool
  /// This entry, as strict as the other one too.
  func restricted(by other: Self) -> Self
}

extension Array where Element: Restrictable {
  fileprivate var atTheirStrictest: [Element] {
    map { entry in filter(entry.isAboutTheSame).reduce(entry) { $0.restricted(by: $1) } }
  }
}

extension TrustedIssuingKey: Restrictable {
  fileprivate func isAboutTheSame(as other: Self) -> Bool { kid == other.kid }

  /// A time that cannot be read is the strictest: nothing is taken under it.
  fileprivate func restricted(by other: Self) -> Self {
    func earlier(_ one: String, _ other: String) -> String {
      (Self.seconds(one) ?? .min) <= (Self.seconds(other) ?? .min) ? one : other
    }
    var key = self
    key.notBefore =
      (Self.seconds(notBefore) ?? .max) >= (Self.seconds(other.notBefore) ?? .max)
      ? notBefore : other.notBefore
    key.notAfter = earlier(notAfter, other.notAfter)
    if let revoked = other.revokedAt {
      key.revokedAt = revokedAt.map { earlier($0, revoked) } ?? revoked
    }
    key.test = test || other.test
    return key
  }
}

extension SealRecord: Restrictable {
  fileprivate func isAboutTheSame(as other: Self) -> Bool {
    !Set(certificates).isDisjoint(with: other.certificates)
  }

  fileprivate func restricted(by other: Self) -> Self {
    var record = self
    record.validFrom = max(validFrom, other.validFrom)
    record.validUntil = min(validUntil, other.validUntil)
    record.retiredAt = [retiredAt, other.retiredAt].compactMap(\.self).min()
    record.compromised = compromised || other.compromised
    record.test = test || other.test
    return record
  }
}

extension TrustStore.SealAnchor: Restrictable {
  fileprivate func isAboutTheSame(as other: Self) -> Bool { der == other.der }

  fileprivate func restricted(by other: Self) -> Self {
    Self(certificate: certificate, test: test || other.test)
  }

  private var der: [UInt8] {
    (try? PEMDocument(pemString: certificate).derBytes) ?? Array(certificate.utf8)
  }
}
