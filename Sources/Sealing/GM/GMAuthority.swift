package import Cases
import Crypto
package import Foundation
import PortableDocument

/// The SM2 test authority of a data folder, with one GB/T 38540 seal. Like `SealAuthority` it proves nothing to outsiders and
/// says so.
package struct GMAuthority: Sendable {
  /// PEM of the root.
  package let anchor: String
  /// PEM of the seal maker.
  package let maker: String
  package let record: SealRecord
  /// DER; the sealing certificate, then the root.
  package let certificates: [[UInt8]]
  package let electronicSeal: SESSeal
  package let key: any SealKey

  /// Opens the authority in `folder`, making it first where there is none. Any number of processes may do so at once.
  /// `passphrase` is that of the key files; where it is nil a random one is kept beside them (mode 0600).
  /// - Throws: `unwritable_output`, `bad_seal_authority`, `bad_seal_key`, `bad_seal_design`, `missing_font`, `gm_not_available`.
  package static func open(
    folder: URL, seal: SealDesign? = nil, passphrase: String? = nil, now: Date = Date()
  ) throws(Problem) -> GMAuthority {
    let files = AuthorityFolder(url: folder)
    if !files.exists {
      let design: SealDesign
      if let seal { design = seal } else { design = try SealAuthority.usualSeal }
      try files.create(newParts(design, passphrase: passphrase, now: now))
    }
    return try GMAuthority(files, passphrase: passphrase)
  }

  /// The seal as somebody who seals with it needs it.
  package func identity(willUse: @escaping SealUseNotice) -> SealIdentity {
    var identity = SealIdentity(
      record: record, certificates: certificates, key: key, willUse: willUse)
    identity.electronicSeal = electronicSeal
    return identity
  }

  private init(_ files: AuthorityFolder, passphrase: String?) throws(Problem) {
    let secret = try SealAuthority.passphrase(passphrase, in: files)
    let pem = try files.read(.authorityCertificate)
    anchor = String(decoding: pem, as: UTF8.self)
    maker = String(decoding: try files.read(.makerCertificate), as: UTF8.self)
    record = try files.record()
    let names = SealFileNames(of: record, in: files)
    certificates = [
      try SealAuthority.der(files.read(names.certificate)), try SealAuthority.der(pem),
    ]
    key =
      record.retiredAt == nil
      ? try SM2SealKey(pem: files.read(names.key), passphrase: secret) : RetiredSealKey()
    let der = try files.read(names.electronicSeal)
    do { electronicSeal = try SESSeal(parsing: der) } catch {
      throw .badAuthority(names.electronicSeal)
    }
  }

  private static func newParts(
    _ design: SealDesign, passphrase: String?, now: Date
  ) throws(Problem) -> [AuthorityFolder.Part: [UInt8]] {
    let secret =
      passphrase ?? HexDigits.lower(SymmetricKey(size: .bits256).withUnsafeBytes(Array.init))
    let picture = try SealDrawing.draw(design)
    do {
      let root = try GMTestRoot(now: now)
      let (maker, seal) = (
        try root.newMaker(), try root.newSealHolder(for: design.name, now: now)
      )
      let record = SealRecord(
        organ: design.name, kind: design.kind, code: design.code, validFrom: seal.term.from,
        validUntil: seal.term.until, certificates: [seal.fingerprint], picture: picture,
        test: true)
      let electronicSeal = try SESSeal.made(
        of: record, for: [seal.certificate], by: maker.key, certificate: maker.certificate)
      var parts: [AuthorityFolder.Part: [UInt8]] = [
        .authorityCertificate: SealAuthority.pem(root.holder.certificate),
        .makerCertificate: SealAuthority.pem(maker.certificate),
        .sealCertificate: SealAuthority.pem(seal.certificate),
        .authorityKey: try root.holder.key.encrypted(passphrase: secret),
        .makerKey: try maker.key.encrypted(passphrase: secret),
        .sealKey: try seal.key.encrypted(passphrase: secret),
        .electronicSeal: try electronicSeal.encoded(), .record: try AuthorityFolder.encoded(record),
      ]
      if passphrase == nil { parts[.passphrase] = Array(secret.utf8) }
      return parts
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }
}
