package import Cases
import Crypto
package import Foundation
import PortableDocument
import X509

/// The seals of a data folder: makes, lists, rotates and retires them. They have certificates of the folder's test authority,
/// or of one elsewhere, which are brought along.
package struct SealKeeper: Sendable {
  /// The seal that a folder has from the start; its folder is the authority's.
  package static let firstName = "default"
  /// The seal of profile `gm`, made when it is first used.
  package static let gmName = "gm"

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
    /// Label of the token that holds the key; nil where it is in a file.
    package var token: String?
  }

  let keys: URL
  let passphrase: String?
  /// The token that is set, for seals whose key is in one.
  let token: SealToken?

  /// - Parameter keys: the folder with all keys of the hall.
  package init(keys: URL, passphrase: String? = nil, token: SealToken? = nil) {
    self.keys = keys
    self.passphrase = passphrase
    self.token = token
  }

  var authority: AuthorityFolder { AuthorityFolder(url: keys.appending(path: "seal")) }

  var gmFolder: AuthorityFolder { AuthorityFolder(url: keys.appending(path: "seal-gm")) }

  /// Opens a seal; the first one is made where there is none yet.
  /// - Throws: `no_such_seal`, and what `SealAuthority.open` throws.
  package func open(_ name: String, now: Date = Date()) throws(Problem) -> SealAuthority {
    let first = try SealAuthority.open(
      folder: authority.url, passphrase: passphrase, now: now)
    if name == Self.firstName { return first }
    return try SealAuthority(
      authority, seal: folder(of: name), passphrase: passphrase, token: token)
  }

  /// Opens the seal of profile `gm`, making it first where there is none.
  /// - Throws: what `GMAuthority.open` throws.
  package func openGM(now: Date = Date()) throws(Problem) -> GMAuthority {
    try GMAuthority.open(folder: gmFolder.url, passphrase: passphrase, now: now)
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
      let place = try tokenKey(of: seal.record, in: folder(of: name))
      kept.append(
        Kept(
          name: name, record: seal.record, certificateUntil: certificate.notValidAfter,
          token: place?.token))
    }
    if gmFolder.exists { kept.append(try keptGM(now: now)) }
    return kept
  }

  private func keptGM(now: Date) throws(Problem) -> Kept {
    let gm = try openGM(now: now)
    guard let certificate = SM2Certificate(der: gm.certificates[0]) else {
      throw .badAuthority(Self.gmName)
    }
    return Kept(name: Self.gmName, record: gm.record, certificateUntil: certificate.notAfter)
  }

  /// - Parameter inToken: whether the key is made in the token that is set, which never gives it away.
  /// - Throws: `seal_exists`, `bad_seal_name`, what drawing a seal and what making a key throws.
  package func make(
    _ name: String, _ design: SealDesign, inToken: Bool = false, now: Date = Date()
  ) throws(Problem) -> SealRecord {
    let files = try newFolder(for: name, now: now)
    let token = inToken ? try requiredToken : nil
    let seal = try making { (authority, secret) in
      try NewSeal(
        design, by: authority, in: token.map(SealKeyPlace.token) ?? .file(passphrase: secret),
        now: now)
    }
    try files.create([
      inToken ? .tokenKey : .sealKey: seal.key.file, .sealCertificate: seal.key.certificate,
      .record: try AuthorityFolder.encoded(seal.record),
    ])
    return try files.record()
  }
}

extension SealKeeper {
  func folder(of name: String) throws(Problem) -> AuthorityFolder {
    if name == Self.firstName { return authority }
    let files = AuthorityFolder(url: keys.appending(path: "seals/\(name)"))
    guard Self.isName(name), files.exists else { throw .noSuchSeal(name) }
    return files
  }

  /// The folder of a seal that is still to be made.
  func newFolder(for name: String, now: Date) throws(Problem) -> AuthorityFolder {
    guard Self.isName(name) else { throw .badSealName(name) }
    _ = try open(Self.firstName, now: now)
    let files = AuthorityFolder(url: keys.appending(path: "seals/\(name)"))
    guard !files.exists else { throw .sealExists(name) }
    return files
  }

  /// Where the present key lies in a token; nil where it is in a file, or destroyed.
  func tokenKey(
    of record: SealRecord, in files: AuthorityFolder
  ) throws(Problem) -> TokenKeyFile? {
    let names = SealFileNames(of: record, in: files)
    guard files.has(names.token) else { return nil }
    return try TokenKeyFile(files.read(names.token), named: names.token)
  }

  var requiredToken: SealToken {
    get throws(Problem) {
      guard let token else { throw .tokenNotSet("") }
      return token
    }
  }

  /// Has the authority certify something, with its key decrypted for that long.
  func making<Made>(
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
    (1...32).contains(name.count) && name != firstName && name != gmName
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
      remedyZh: "请用不超过32个小写字母、数字和连字符（default 和 gm 除外）。",
      remedyEn: "Use at most 32 small letters, digits and hyphens, other than default and gm.")
  }
}
