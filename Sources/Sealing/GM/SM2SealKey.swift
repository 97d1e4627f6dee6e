import COpenSSL
package import Cases

/// An SM2 key from an encrypted PKCS#8 file.
///
/// Sendable although it holds a pointer: the key is never changed after `init`, OpenSSL counts its references
/// atomically, and each signature has its own context.
package final class SM2SealKey: SealKey, @unchecked Sendable {
  private let key: OpaquePointer

  /// A new key.
  /// - Throws: `gm_not_available`.
  package init() throws(Problem) {
    guard let key = kanhe_new_sm2_key() else { throw .gmNotAvailable }
    self.key = key
  }

  /// - Throws: `bad_seal_key` where the PEM text or the passphrase is wrong.
  package init(pem: [UInt8], passphrase: String) throws(Problem) {
    let bio = try MemoryBIO(pem)
    guard let key = kanhe_read_private_key(bio.pointer, passphrase) else {
      throw .badSealKey(OpenSSLErrors.take())
    }
    guard EVP_PKEY_is_a(key, "SM2") == 1 else {
      EVP_PKEY_free(key)
      throw .badSealKey("not SM2")
    }
    self.key = key
  }

  deinit { EVP_PKEY_free(key) }

  package func sign(_ message: [UInt8]) throws(Problem) -> [UInt8] {
    try sign(message, id: SM2.usualID)
  }

  /// The DER signature with SM3 of a signer who goes by `id`.
  package func sign(_ message: [UInt8], id: [UInt8]) throws(Problem) -> [UInt8] {
    guard let identity = SM2Context(key, id: id) else { throw .gmNotAvailable }
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    EVP_MD_CTX_set_pkey_ctx(context, identity.pointer)
    var length = 0
    guard
      EVP_DigestSignInit(context, nil, EVP_sm3(), nil, key) == 1,
      EVP_DigestSign(context, nil, &length, message, message.count) == 1
    else { throw .sealingFailed(OpenSSLErrors.take()) }
    var signature = [UInt8](repeating: 0, count: length)
    guard EVP_DigestSign(context, &signature, &length, message, message.count) == 1 else {
      throw .sealingFailed(OpenSSLErrors.take())
    }
    return Array(signature.prefix(length))
  }

  /// PKCS#8 in PEM, encrypted under the passphrase.
  package func encrypted(passphrase: String) throws(Problem) -> [UInt8] {
    let output = try MemoryBIO([])
    guard kanhe_write_private_key(output.pointer, key, passphrase) == 1 else {
      throw .sealingFailed(OpenSSLErrors.take())
    }
    return output.bytes
  }

  /// DER SubjectPublicKeyInfo.
  package var publicKeyInfo: [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    let length = i2d_PUBKEY(key, &start)
    defer { CRYPTO_free(start, #file, Int32(#line)) }
    return Array(UnsafeBufferPointer(start: start, count: max(0, Int(length))))
  }
}
