package import Cases
import Crypto
package import Foundation
import PortableDocument
import X509

/// The seals of a data folder: makes, lists, rotates and retires them. All have certificates of the folder's test authority.
package struct SealKeeper: Sendable {
  /// The seal that a folder has from the start; its folder is the authority's.
  package static let firstName = "default"

  /// Why a seal is no longer used.
  package enum Retirement: String, Sendable, CaseIterable {
    /// What was sealed stays in force.
    case superseded
    /// Somebody else may have used the key: nothing that it sealed can be relied on from now on.
    case compromised
  }

  /// A seal with its name and the certificate of its present key.
  package struct Kept: Sendable {
    package var name: String
    package var record: SealRecord
    /// Until when the present certificate is valid.
    package var certificateUntil: Date
  }

  private let keys: URL
  private let passphrase: String?

  /// - Parameter keys: the folder with all keys of the hall.
  package init(keys: URL, passphrase: String? = nil) {
    self.keys = keys
    self.passphrase = passphrase
  }

  private var authority: AuthorityFolder { AuthorityFolder(url: keys.appending(path: "seal")) }

  /// Opens a seal; the first one is made where there is none yet.
  /// - Throws: `no_such_seal`, and what `SealAuthority.open` throws.
  package func open(_ name: String, now: Date = Date()) throws(Problem) -> SealAuthority {
    let first = try SealAuthority.open(
      folder: authority.url, passphrase: passphrase, now: now)
    if name == Self.firstName { return first }
    return try SealAuthority(authority, seal: folder(of: name), passphrase: passphrase)
  }

  package func all(now: Date = Date()) throws(Problem) -> [Kept] {
    let parent = keys.appending(path: "seals")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    var kept: [Kept] = []
    for name in [Self.firstName] + names.filter(Self.isName).sorted() {
      let seal = try open(name, now: now)
      guard let certificate = try? Certificate(derEncoded: seal.certificates[0]) else {
        throw .badAuthority(name)
      }
      kept.append(
        Kept(name: name, record: seal.record, certificateUntil: certificate.notValidAfter))
    }
    return kept
  }

  /// - Throws: `seal_exists`, `bad_seal_name`, and what drawing a seal throws.
  package func make(
    _ name: String, _ design: SealDesign, now: Date = Date()
  ) throws(Problem) -> SealRecord {
    guard Self.isName(name) else { throw .badSealName(name) }
    _ = try open(Self.firstName, now: now)
    let files = AuthorityFolder(url: keys.appending(path: "seals/\(name)"))
    guard !files.exists else { throw .sealExists(name) }
    let seal = try making { (authority, secret) in
      try NewSeal(design, by: authority, passphrase: secret, now: now)
    }
    try files.create([
      .sealKey: seal.key, .sealCertificate: seal.certificate,
      .record: try AuthorityFolder.encoded(seal.record),
    ])
    return try files.record()
  }

  /// Gives a seal a new key. The old one is destroyed; what it sealed stays in force.
  /// - Throws: `no_such_seal`, `seal_not_valid` for a seal that is retired.
  package func rotate(_ name: String, now: Date = Date()) throws(Problem) -> SealRecord {
    _ = try open(name, now: now)
    let files = try folder(of: name)
    return try files.locked { () throws(Problem) in
      var record = try files.record()
      guard record.retiredAt == nil else { throw Problem.sealNotValid }
      let old = SealFileNames(of: record, in: files)
      let organ = record.organ
      let new = try making { (authority, secret) in
        try NewSealKey(for: organ, by: authority, passphrase: secret, now: now)
      }
      let names = SealFileNames(fingerprint: new.fingerprint)
      try files.add(new.key, as: names.key)
      try files.add(new.certificate, as: names.certificate)
      record.certificates.append(new.fingerprint)
      // From here on the new key is the seal's key.
      try files.replaceRecord(AuthorityFolder.encoded(record))
      try files.remove(old.key)
      return record
    }
  }

  /// Takes a seal out of use and destroys its key.
  /// - Throws: `no_such_seal`, `seal_not_valid` for a seal that is retired already.
  package func retire(
    _ name: String, because reason: Retirement, now: Date = Date()
  ) throws(Problem) -> SealRecord {
    _ = try open(name, now: now)
    let files = try folder(of: name)
    return try files.locked { () throws(Problem) in
      var record = try files.record()
      guard record.retiredAt == nil else { throw Problem.sealNotValid }
      let names = SealFileNames(of: record, in: files)
      record.retiredAt = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
      if reason == .compromised { record.validUntil = record.retiredAt ?? now }
      try files.replaceRecord(AuthorityFolder.encoded(record))
      try files.remove(names.key)
      return record
    }
  }
}

extension SealKeeper {
  private func folder(of name: String) throws(Problem) -> AuthorityFolder {
    if name == Self.firstName { return authority }
    let files = AuthorityFolder(url: keys.appending(path: "seals/\(name)"))
    guard Self.isName(name), files.exists else { throw .noSuchSeal(name) }
    return files
  }

  /// Has the authority certify something, with its key decrypted for that long.
  private func making<Made>(
    _ body: (TestCertificates, String) throws -> Made
  ) throws(Problem) -> Made {
    let secret = try SealAuthority.passphrase(passphrase, in: authority)
    let pem = try FileSealKey.decrypted(pem: authority.read(.authorityKey), passphrase: secret)
    let certificate = try SealAuthority.der(authority.read(.authorityCertificate))
    do {
      let key = try P256.Signing.PrivateKey(pemRepresentation: pem)
      return try body(TestCertificates(certificate: certificate, key: key), secret)
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }

  /// A folder's name: small letters, digits and hyphens.
  private static func isName(_ name: String) -> Bool {
    (1...32).contains(name.count) && name != firstName
      && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}

extension Problem {
  package static func noSuchSeal(_ name: String) -> Problem {
    Problem(
      "no_such_seal", exit: .configuration,
      zh: "没有名为「\(name)」的印章。", en: "There is no seal '\(name)'.",
      remedyZh: "用 kanhe keys list 查看现有印章，用 kanhe keys make 制作。",
      remedyEn: "See 'kanhe keys list'; make one with 'kanhe keys make'.")
  }

  package static func sealExists(_ name: String) -> Problem {
    Problem(
      "seal_exists", exit: .configuration,
      zh: "已有名为「\(name)」的印章。", en: "There is a seal '\(name)' already.",
      remedyZh: "请换一个名称；更换密钥用 kanhe keys rotate。",
      remedyEn: "Choose another name; 'kanhe keys rotate' gives it a new key.")
  }

  package static func badSealName(_ name: String) -> Problem {
    Problem(
      "bad_seal_name", exit: .wrongArguments,
      zh: "印章名称「\(name)」不可用。", en: "A seal cannot be called '\(name)'.",
      remedyZh: "请用不超过32个小写字母、数字和连字符。",
      remedyEn: "Use at most 32 small letters, digits and hyphens.")
  }
}
