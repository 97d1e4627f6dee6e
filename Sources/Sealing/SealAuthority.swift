package import Cases
import Crypto
package import Foundation
import PortableDocument
import SwiftASN1

/// The test authority that a data folder makes for itself on first use, with one of its seals. It proves nothing to outsiders
/// and says so in its names; its seal records are marked as a test.
package struct SealAuthority: Sendable {
  /// PEM of the authority's certificate: the anchor that a trust store lists.
  package let anchor: String
  package let record: SealRecord
  /// DER; the sealing certificate, then the authority's.
  package let certificates: [[UInt8]]
  package let key: any SealKey

  /// Opens the authority in `folder`, making it first where there is none. Any number of processes may do so at once.
  /// `passphrase` is that of the key files; where it is nil a random one is kept beside them (mode 0600).
  /// - Throws: `unwritable_output`, `bad_seal_authority`, `bad_seal_key`, `bad_seal_design`, `missing_font`.
  package static func open(
    folder: URL, seal: SealDesign? = nil, passphrase: String? = nil, now: Date = Date()
  ) throws(Problem) -> SealAuthority {
    let files = AuthorityFolder(url: folder)
    if !files.exists {
      let design: SealDesign
      if let seal { design = seal } else { design = try usualSeal }
      try files.create(newParts(design, passphrase: passphrase, now: now))
    }
    return try SealAuthority(files, seal: files, passphrase: passphrase, token: nil)
  }

  /// The seal as somebody who seals with it needs it.
  package func identity(
    willUse: @escaping SealUseNotice
  ) -> SealIdentity {
    SealIdentity(record: record, certificates: certificates, key: key, willUse: willUse)
  }

  /// The seal in a folder of its own, of the authority in another or, where its certificate brings its own chain, of
  /// one elsewhere.
  init(
    _ authority: AuthorityFolder, seal: AuthorityFolder, passphrase: String?, token: SealToken?
  ) throws(Problem) {
    record = try seal.record()
    let names = SealFileNames(of: record, in: seal)
    var chain = try CertificateChain(pem: seal.read(names.certificate))
    if chain.isSingle {
      chain.append(try CertificateChain(pem: authority.read(.authorityCertificate)))
    }
    (anchor, certificates) = (chain.anchor, chain.certificates)
    guard record.certificates.last == HexDigits.lower(SHA256.hash(data: certificates[0])) else {
      throw .badAuthority(names.certificate)
    }
    if record.retiredAt != nil {
      key = RetiredSealKey()
    } else if seal.has(names.token) {
      let place = try TokenKeyFile(seal.read(names.token), named: names.token)
      key = place.key(among: token, publicKey: try chain.sealingKey)
    } else {
      key = try FileSealKey(
        pem: seal.read(names.key), passphrase: Self.passphrase(passphrase, in: authority))
    }
  }

  /// The seal that a data folder has from the start.
  static var usualSeal: SealDesign {
    get throws(Problem) {
      try SealDesign(
        .round, name: "云州市政务服务管理局（测试）", kind: "审批专用章", code: "0000000000001")
    }
  }

  private static func newParts(
    _ design: SealDesign, passphrase: String?, now: Date
  ) throws(Problem) -> [AuthorityFolder.Part: [UInt8]] {
    let secret =
      passphrase ?? HexDigits.lower(SymmetricKey(size: .bits256).withUnsafeBytes(Array.init))
    do {
      let making = try TestCertificates(now: now)
      let seal = try NewSeal(design, by: making, in: .file(passphrase: secret), now: now)
      var parts: [AuthorityFolder.Part: [UInt8]] = [
        .sealCertificate: seal.key.certificate, .sealKey: seal.key.file,
        .authorityCertificate: pem(try TestCertificates.der(making.authority)),
        .authorityKey: try FileSealKey.encrypted(
          pem: making.authorityKey.pemRepresentation, passphrase: secret),
        .record: try AuthorityFolder.encoded(seal.record),
      ]
      if passphrase == nil { parts[.passphrase] = Array(secret.utf8) }
      return parts
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }

  /// The one that was told, else the one that lies beside the keys.
  static func passphrase(
    _ told: String?, in authority: AuthorityFolder
  ) throws(Problem) -> String {
    if let told { return told }
    return String(decoding: try authority.read(.passphrase), as: UTF8.self)
  }

  static func pem(_ der: [UInt8]) -> [UInt8] {
    Array((PEMDocument(type: "CERTIFICATE", derBytes: der).pemString + "\n").utf8)
  }

  static func der(_ pem: [UInt8]) throws(Problem) -> [UInt8] {
    do { return try PEMDocument(pemString: String(decoding: pem, as: UTF8.self)).derBytes } catch {
      throw .badAuthority("PEM")
    }
  }
}
