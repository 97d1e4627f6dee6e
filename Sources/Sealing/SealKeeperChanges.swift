package import Cases
package import Foundation

extension SealKeeper {
  /// Gives a seal a new key, in a file or in the token as the old one. The old one is destroyed; what it sealed stays in force.
  /// - Throws: `no_such_seal`, `seal_not_valid` for a seal that is retired, `certificate_from_elsewhere`, what making and
  ///   destroying a key throws.
  package func rotate(_ name: String, now: Date = Date()) throws(Problem) -> SealRecord {
    if name == Self.gmName {
      return try GMAuthority.rotate(
        folder: usedGMFolder.url, passphrase: passphrase, now: now)
    }
    _ = try open(name, now: now)
    let files = try folder(of: name)
    return try files.locked { () throws(Problem) in
      var record = try files.record()
      guard record.retiredAt == nil else { throw Problem.sealNotValid }
      let old = try destroyable(keyOf: record, in: files)
      let organ = record.organ
      let new = try making { (authority, secret) in
        try NewSealKey(
          for: organ, by: authority,
          in: old.token.map { .token($0.device) } ?? .file(passphrase: secret), now: now)
      }
      let names = SealFileNames(fingerprint: new.fingerprint)
      try files.add(new.file, as: new.isInToken ? names.token : names.key)
      try files.add(new.certificate, as: names.certificate)
      record.certificates.append(new.fingerprint)
      // From here on the new key is the seal's key.
      try files.replaceRecord(AuthorityFolder.encoded(record))
      try destroy(old, in: files)
      return record
    }
  }

  /// Takes a seal out of use and destroys its key; one that was made elsewhere is left where it is. A key that cannot be
  /// reached, in a token that was stolen, say, keeps no seal in use: what remains is told.
  ///
  /// A seal that is superseded can still become compromised, when it is found out later that somebody had its key.
  /// - Throws: `no_such_seal`, `seal_not_valid` for a seal that is retired already.
  package func retire(
    _ name: String, because reason: Retirement, now: Date = Date()
  ) throws(Problem) -> SealRetirement {
    if name == Self.gmName {
      return SealRetirement(
        record: try GMAuthority.retire(folder: usedGMFolder.url, because: reason, now: now))
    }
    if !authority.exists { _ = try open(Self.firstName, now: now) }
    let files = try folder(of: name)
    return try files.locked { () throws(Problem) in
      var record = try files.record()
      try record.retire(because: reason, now: now)
      try files.replaceRecord(AuthorityFolder.encoded(record))
      var retirement = SealRetirement(record: record)
      do throws(Problem) { try destroyKey(of: record, in: files) } catch {
        let place = try? tokenKey(of: record, in: files)
        let name = place?.key ?? SealFileNames(of: record, in: files).key
        retirement.keyRemains = .keyRemains(name, error)
      }
      return retirement
    }
  }

  /// The folder of the seal of profile `gm`, if it was ever used.
  private var usedGMFolder: AuthorityFolder {
    get throws(Problem) {
      guard gmFolder.exists else { throw .noSuchSeal(Self.gmName) }
      return gmFolder
    }
  }

  /// The present key of a seal, as far as it concerns whoever destroys it.
  private struct OldKey {
    let names: SealFileNames
    /// Where it is in the token.
    var token: (device: SealToken, key: TokenKeyFile)?
  }

  /// The token is opened before anything is changed: what cannot be destroyed then is noticed in time.
  private func key(
    of record: SealRecord, in files: AuthorityFolder
  ) throws(Problem) -> OldKey {
    var key = OldKey(names: SealFileNames(of: record, in: files))
    guard let place = try tokenKey(of: record, in: files) else { return key }
    let device = try place.token(among: token)
    let chain = try CertificateChain(pem: files.read(key.names.certificate))
    try TokenSealKey(device, place.name, publicKey: chain.sealingKey).requireKey()
    key.token = (device, place)
    return key
  }

  private func destroyable(
    keyOf record: SealRecord, in files: AuthorityFolder
  ) throws(Problem) -> OldKey {
    let key = try key(of: record, in: files)
    guard key.token?.key.isOurs ?? true else { throw .certificateFromElsewhere }
    return key
  }

  private func destroyKey(of record: SealRecord, in files: AuthorityFolder) throws(Problem) {
    // A key of somebody else's is not even looked for.
    if let place = try tokenKey(of: record, in: files), !place.isOurs {
      return try files.remove(SealFileNames(of: record, in: files).token)
    }
    try destroy(try key(of: record, in: files), in: files)
  }

  private func destroy(_ old: OldKey, in files: AuthorityFolder) throws(Problem) {
    guard let token = old.token else { return try files.remove(old.names.key) }
    if token.key.isOurs { try token.device.destroy(token.key.name) }
    try files.remove(old.names.token)
  }
}
