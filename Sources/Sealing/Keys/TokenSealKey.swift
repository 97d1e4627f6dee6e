package import Cases
package import Crypto
import Synchronization

/// A P-256 key in a token or hardware module behind PKCS#11, which never gives it away.
///
/// The digest is made here and signed there (CKM_ECDSA). Each signature is verified before it is handed on, so that a token
/// with another key than its certificate says is a problem and not a wrong seal. Nothing is opened before the first one: a
/// token that is away stops sealing and nothing else.
package final class TokenSealKey: SealKey {
  private let token: SealToken
  private let name: TokenKeyName
  private let publicKey: P256.Signing.PublicKey
  /// Kept for the next signature: loading takes longer than signing.
  private let loaded = Mutex<PKCS11Module?>(nil)

  package init(_ token: SealToken, _ name: TokenKeyName, publicKey: P256.Signing.PublicKey) {
    self.token = token
    self.name = name
    self.publicKey = publicKey
  }

  /// - Throws: `key_module_missing`, `key_token_missing`, `bad_pin_file`, `key_pin_wrong`, `key_pin_locked`,
  ///   `key_not_in_token`, `key_and_certificate_differ`, `key_device_failed`.
  package func sign(_ message: [UInt8]) throws(Problem) -> [UInt8] {
    let digest = SHA256.hash(data: message)
    let session = try open()
    let raw = try session.sign(digest: Array(digest), with: try session.privateKey(name))
    guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: raw),
      publicKey.isValidSignature(signature, for: digest),
      let canonical = try? CanonicalECDSA.form(of: signature)
    else { throw .keyAndCertificateDiffer }
    return Array(canonical.derRepresentation)
  }

  /// Opens the token and finds the key, which is not used.
  package func requireKey() throws(Problem) { _ = try open().privateKey(name) }

  /// A session that is logged in.
  private func open() throws(Problem) -> PKCS11Session { try token.session(module) }

  private func module() throws(Problem) -> PKCS11Module {
    try loaded.withLock { (loaded) throws(Problem) in
      if let loaded { return loaded }
      let module = try PKCS11Module(path: token.module)
      loaded = module
      return module
    }
  }
}
