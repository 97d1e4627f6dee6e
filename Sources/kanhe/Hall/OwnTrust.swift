import Cases
import Foundation
import ResultCodes
import Sealing
import Store
import Transparency
import Verification

/// What a hall believes of itself: files under `trust/` that `kanhe verify` reads.
struct OwnTrust {
  private let folder: DataFolder

  init(_ folder: DataFolder) { self.folder = folder }

  /// The trust of the folder, with the first seal and the key for codes in it.
  func holding(_ authority: SealAuthority, _ key: IssuingKey) throws -> TrustStore {
    let trust = try TrustStore.load(dataFolder: folder.url)
    let isKnown =
      known(key, in: trust) != nil && trust.sealRecords.contains(authority.record)
      && trust.sealAnchors.contains { $0.certificate == authority.anchor }
    if isKnown { return trust }
    var own = Self.seal(authority)
    own.issuingKeys = [known(key, in: trust) ?? Self.trusted(key)]
    try own.save(as: "own", in: folder.url)
    return try TrustStore.load(dataFolder: folder.url)
  }

  /// The trust of the folder, with the key of its log in it: a part of its own, since folders from before there was a log
  /// keep what they believe of their other keys.
  func holding(_ logKey: NoteKey) throws {
    guard !(try TrustStore.load(dataFolder: folder.url)).logKeys.contains(logKey.text) else {
      return
    }
    try TrustStore(logKeys: [logKey.text]).save(as: "log", in: folder.url)
  }

  /// Keeps the record of a seal as it is now; the first seal's is kept beside the key for codes.
  func keep(_ authority: SealAuthority, as name: String) throws {
    guard name == SealKeeper.firstName else {
      return try Self.seal(authority).save(as: "seal-\(name)", in: folder.url)
    }
    _ = try holding(authority, try IssuingKeyFolder(path: folder.keys.path).key())
  }

  /// Keeps what is believed of a seal of another kind. What is there stays: an officer may have added to it.
  func keep(_ trust: TrustStore, as name: String) throws {
    let known = try TrustStore.load(dataFolder: folder.url)
    let isKnown =
      trust.sealAnchors.allSatisfy(known.sealAnchors.contains)
      && trust.sealRecords.allSatisfy(known.sealRecords.contains)
      && trust.sealMakers.allSatisfy(known.sealMakers.contains)
    if !isKnown { try trust.save(as: name, in: folder.url) }
  }

  /// The key as it was written down when it was new: its dates must not move.
  private func known(_ key: IssuingKey, in trust: TrustStore) -> TrustedIssuingKey? {
    let kid = TrustedIssuingKey(key.publicKey, notBefore: "", notAfter: "", test: true).kid
    return trust.issuingKeys.first { $0.kid == kid }
  }

  private static func seal(_ authority: SealAuthority) -> TrustStore {
    TrustStore(
      sealAnchors: [.init(certificate: authority.anchor, test: authority.record.test)],
      sealRecords: [authority.record])
  }

  private static func trusted(_ key: IssuingKey) -> TrustedIssuingKey {
    let year: TimeInterval = 365 * 86_400
    let now = Date()
    return TrustedIssuingKey(
      key.publicKey, notBefore: now.addingTimeInterval(-86_400).formatted(.iso8601),
      notAfter: now.addingTimeInterval(10 * year).formatted(.iso8601), test: key.isTest)
  }
}
