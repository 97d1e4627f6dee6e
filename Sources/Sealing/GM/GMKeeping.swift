import Cases
import Foundation

/// What is done to the seal of profile `gm` after it was made.
extension GMAuthority {
  /// Gives it a new key, a certificate, and a seal by its maker that lists that certificate. The old key is destroyed; what it
  /// sealed holds its own seal and stays in force.
  /// - Throws: `seal_not_valid` for a seal that is retired, what `open` throws.
  static func rotate(
    folder: URL, passphrase: String?, now: Date
  ) throws(Problem) -> SealRecord {
    let files = AuthorityFolder(url: folder)
    return try files.locked { () throws(Problem) in
      var record = try files.record()
      guard record.retiredAt == nil else { throw Problem.sealNotValid }
      let old = SealFileNames(of: record, in: files)
      let secret = try SealAuthority.passphrase(passphrase, in: files)
      let (new, electronicSeal): (GMTestRoot.Holder, [UInt8])
      do {
        (new, electronicSeal) = try newKey(for: record, files, secret, now: now)
      } catch let problem as Problem { throw problem } catch {
        throw Problem.sealingFailed(String(describing: error))
      }
      let names = SealFileNames(fingerprint: new.fingerprint)
      try files.add(try new.key.encrypted(passphrase: secret), as: names.key)
      try files.add(electronicSeal, as: names.electronicSeal)
      try files.add(SealAuthority.pem(new.certificate), as: names.certificate)
      record.certificates.append(new.fingerprint)
      record.validUntil = max(record.validUntil, new.term.until)
      // From here on the new key is the seal's key.
      try files.replaceRecord(AuthorityFolder.encoded(record))
      try files.remove(old.key)
      return record
    }
  }

  /// Takes it out of use and destroys its key.
  /// - Throws: `seal_not_valid` for a seal that is retired already, what `open` throws.
  static func retire(
    folder: URL, because reason: SealKeeper.Retirement, now: Date
  ) throws(Problem) -> SealRecord {
    let files = AuthorityFolder(url: folder)
    return try files.locked { () throws(Problem) in
      var record = try files.record()
      let names = SealFileNames(of: record, in: files)
      try record.retire(because: reason, now: now)
      try files.replaceRecord(AuthorityFolder.encoded(record))
      try files.remove(names.key)
      return record
    }
  }

  private static func newKey(
    for record: SealRecord, _ files: AuthorityFolder, _ secret: String, now: Date
  ) throws -> (GMTestRoot.Holder, [UInt8]) {
    let root = try GMTestRoot(
      key: SM2SealKey(pem: files.read(.authorityKey), passphrase: secret),
      certificate: SealAuthority.der(files.read(.authorityCertificate)))
    let maker = try SM2SealKey(pem: files.read(.makerKey), passphrase: secret)
    let new = try root.newSealHolder(for: record.organ, now: now)
    var seal = record
    (seal.validFrom, seal.validUntil) = (new.term.from, new.term.until)
    let electronicSeal = try SESSeal.made(
      of: seal, for: [new.certificate], by: maker,
      certificate: SealAuthority.der(files.read(.makerCertificate)))
    return (new, try electronicSeal.encoded())
  }
}

extension SealRecord {
  /// From now on, or since it was retired first, it is not used; nor, if somebody else may have its key, relied on.
  /// - Throws: `seal_not_valid` where that changes nothing.
  mutating func retire(
    because reason: SealKeeper.Retirement, now: Date
  ) throws(Problem) {
    guard retiredAt == nil || (reason == .compromised && !compromised) else { throw .sealNotValid }
    let since =
      retiredAt ?? Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
    retiredAt = since
    guard reason == .compromised else { return }
    compromised = true
    // So that older verifiers refuse it too: they know it by the same time in both.
    validUntil = since
  }
}
