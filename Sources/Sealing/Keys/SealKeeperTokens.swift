package import Cases
package import Foundation

extension SealKeeper {
  /// Keeps a seal whose key is in the token already and whose certificates come from an authority elsewhere. It is valid as
  /// long as its certificate; `test` marks seals that are to prove nothing. The key signs once, to show that it is the
  /// certificate's.
  /// - Throws: `seal_exists`, `bad_seal_name`, `bad_seal_authority`, `certificate_may_not_seal`, what `TokenSealKey.sign` and drawing a seal throws.
  package func adopt(
    _ name: String, _ design: SealDesign, _ key: TokenKeyName, chain: CertificateChain,
    test: Bool, now: Date = Date()
  ) throws(Problem) -> SealRecord {
    let files = try newFolder(for: name, now: now)
    let place = try checked(key, chain)
    let sealing = try chain.sealing
    let record = SealRecord(
      organ: design.name, kind: design.kind, code: design.code,
      validFrom: sealing.notValidBefore, validUntil: sealing.notValidAfter,
      certificates: [chain.fingerprint], picture: try SealDrawing.draw(design), test: test)
    try files.create([
      .tokenKey: try place.encoded, .sealCertificate: chain.pem,
      .record: try AuthorityFolder.encoded(record),
    ])
    return try files.record()
  }

  /// Gives such a seal its next certificate, for the same or another key. The old key stays in the token.
  /// - Throws: `no_such_seal`, `seal_not_valid` for a seal that is retired, and what `adopt` throws.
  package func renew(
    _ name: String, _ key: TokenKeyName, chain: CertificateChain
  ) throws(Problem) -> SealRecord {
    let files = try folder(of: name)
    return try files.locked { () throws(Problem) in
      var record = try files.record()
      guard record.retiredAt == nil, !record.certificates.contains(chain.fingerprint) else {
        throw Problem.sealNotValid
      }
      let place = try checked(key, chain)
      let names = SealFileNames(fingerprint: chain.fingerprint)
      try files.add(try place.encoded, as: names.token)
      try files.add(chain.pem, as: names.certificate)
      record.certificates.append(chain.fingerprint)
      record.validUntil = max(record.validUntil, try chain.sealing.notValidAfter)
      try files.replaceRecord(AuthorityFolder.encoded(record))
      return record
    }
  }

  private func checked(
    _ key: TokenKeyName, _ chain: CertificateChain
  ) throws(Problem) -> TokenKeyFile {
    // With the root: nobody here vouches for it.
    guard !chain.isSingle else { throw .badAuthority("PEM") }
    guard try chain.sealing.maySeal else { throw .certificateMayNotSeal }
    let token = try requiredToken
    _ = try TokenSealKey(token, key, publicKey: chain.sealingKey)
      .sign(Array("kanhe keys use-token".utf8))
    return TokenKeyFile(token: token.label, key: key, isOurs: false)
  }
}
