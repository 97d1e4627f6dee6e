import COpenSSL
package import SwiftASN1

/// What every use of SM2 has in common.
package enum SM2 {
  /// The identity that signers without one of their own are given (GB/T 35276-2017, clause 10; GM/T 0009).
  package static let usualID = Array("1234567812345678".utf8)
  /// SM2 with SM3 (GB/T 33560).
  package static let withSM3: ASN1ObjectIdentifier = [1, 2, 156, 10197, 1, 501]
}

/// A public key of SM2 (GB/T 32918.2-2016).
///
/// Sendable although it holds a pointer: the key is never changed after `init`, OpenSSL counts its references
/// atomically, and each verification has its own context.
package final class SM2PublicKey: @unchecked Sendable {
  private let key: OpaquePointer

  /// Takes over a reference to the key. nil where it is of another kind.
  init?(taking key: OpaquePointer?) {
    guard let key else { return nil }
    guard EVP_PKEY_is_a(key, "SM2") == 1 else {
      EVP_PKEY_free(key)
      return nil
    }
    self.key = key
  }

  /// From a DER SubjectPublicKeyInfo.
  package convenience init?(info: [UInt8]) {
    let key = info.withUnsafeBufferPointer { bytes in
      var place = bytes.baseAddress
      return d2i_PUBKEY(nil, &place, bytes.count)
    }
    self.init(taking: key)
  }

  deinit { EVP_PKEY_free(key) }

  /// Whether this is the DER signature of the message by the holder of this key, who goes by `id`.
  package func isValid(
    _ signature: [UInt8], for message: [UInt8], id: [UInt8] = SM2.usualID
  ) -> Bool {
    guard let identity = SM2Context(key, id: id) else { return false }
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    EVP_MD_CTX_set_pkey_ctx(context, identity.pointer)
    guard EVP_DigestVerifyInit(context, nil, EVP_sm3(), nil, key) == 1 else { return false }
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}

/// Owns a key context that bears the signer's identity, which goes into what is hashed.
struct SM2Context: ~Copyable {
  let pointer: OpaquePointer

  init?(_ key: OpaquePointer, id: [UInt8]) {
    guard let pointer = EVP_PKEY_CTX_new(key, nil) else { return nil }
    guard kanhe_set_sm2_id(pointer, id, id.count) == 1 else {
      EVP_PKEY_CTX_free(pointer)
      return nil
    }
    self.pointer = pointer
  }

  deinit { EVP_PKEY_CTX_free(pointer) }
}
