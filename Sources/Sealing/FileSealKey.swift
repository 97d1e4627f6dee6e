import COpenSSL
package import Cases
import Foundation

/// A P-256 key from an encrypted PKCS#8 file (RFC 5958, PBES2 with AES-256).
///
/// Sendable although it holds a pointer: the key is never changed after `init`, OpenSSL counts its references
/// atomically, and each signature has its own context.
package final class FileSealKey: SealKey, @unchecked Sendable {
  private let key: OpaquePointer

  /// - Throws: `bad_seal_key` where the PEM text or the passphrase is wrong.
  package init(pem: [UInt8], passphrase: String) throws(Problem) {
    let bio = try MemoryBIO(pem)
    guard let key = kanhe_read_private_key(bio.pointer, passphrase) else {
      throw .badSealKey(OpenSSLErrors.take())
    }
    guard EVP_PKEY_is_a(key, "EC") == 1, EVP_PKEY_get_bits(key) == 256 else {
      EVP_PKEY_free(key)
      throw .badSealKey("not P-256")
    }
    self.key = key
  }

  deinit { EVP_PKEY_free(key) }

  package func sign(_ message: [UInt8]) throws(Problem) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var length = 0
    guard
      EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
      EVP_DigestSign(context, nil, &length, message, message.count) == 1
    else { throw .sealingFailed(OpenSSLErrors.take()) }
    var signature = [UInt8](repeating: 0, count: length)
    guard EVP_DigestSign(context, &signature, &length, message, message.count) == 1 else {
      throw .sealingFailed(OpenSSLErrors.take())
    }
    return Array(signature.prefix(length))
  }

  /// The key in PEM without encryption, to sign certificates with.
  static func decrypted(pem: [UInt8], passphrase: String) throws(Problem) -> String {
    let bio = try MemoryBIO(pem)
    guard let key = kanhe_read_private_key(bio.pointer, passphrase) else {
      throw .badSealKey(OpenSSLErrors.take())
    }
    defer { EVP_PKEY_free(key) }
    let output = try MemoryBIO([])
    guard PEM_write_bio_PrivateKey(output.pointer, key, nil, nil, 0, nil, nil) == 1 else {
      throw .badSealKey(OpenSSLErrors.take())
    }
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The key, PKCS#8 in PEM, encrypted under the passphrase.
  package static func encrypted(pem: String, passphrase: String) throws(Problem) -> [UInt8] {
    let plain = try MemoryBIO(Array(pem.utf8))
    guard let key = PEM_read_bio_PrivateKey(plain.pointer, nil, nil, nil) else {
      throw .badSealKey(OpenSSLErrors.take())
    }
    defer { EVP_PKEY_free(key) }
    let output = try MemoryBIO([])
    guard kanhe_write_private_key(output.pointer, key, passphrase) == 1 else {
      throw .sealingFailed(OpenSSLErrors.take())
    }
    return output.bytes
  }
}
