import Cases
import Foundation
import HallService
import ResultCodes
import Verification

extension IssuingKeySet {
  /// The issuing keys and logs that a hall believes. A key that contradicts itself is not listed.
  init(_ trust: TrustStore) {
    self.init(trust.issuingKeys.compactMap(Entry.init), logs: trust.logKeys)
  }
}

extension IssuingKeySet.Entry {
  fileprivate init?(_ trusted: TrustedIssuingKey) {
    guard let key = trusted.publicKey, let from = Self.seconds(trusted.notBefore),
      let to = Self.seconds(trusted.notAfter)
    else { return nil }
    // A revocation that cannot be read counts from the beginning.
    let revokedAt = trusted.revokedAt.map { Self.seconds($0) ?? 0 }
    self.init(
      key: key, notBefore: from, notAfter: to, revokedAt: revokedAt, isTest: trusted.test)
  }

  private static func seconds(_ time: String) -> Int64? {
    (try? Date(time, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970) }
  }
}
