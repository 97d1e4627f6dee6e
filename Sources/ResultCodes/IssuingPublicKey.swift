import Crypto

/// A P-256 public key under which signed records verify.
package struct IssuingPublicKey: Sendable, Equatable {
  /// Affine coordinates, big-endian, 32 bytes each.
  package let x: [UInt8]
  package let y: [UInt8]

  /// Nil where the two coordinates are no point of the curve.
  package init?(x: [UInt8], y: [UInt8]) {
    guard x.count == 32, y.count == 32,
      (try? P256.Signing.PublicKey(rawRepresentation: x + y)) != nil
    else { return nil }
    self.x = x
    self.y = y
  }

  init(_ key: P256.Signing.PublicKey) {
    let point = Array(key.rawRepresentation)
    x = Array(point.prefix(32))
    y = Array(point.suffix(32))
  }

  /// The first 8 bytes of the COSE key thumbprint (RFC 9679): SHA-256 of the deterministic
  /// COSE_Key.
  package var kid: [UInt8] {
    let coseKey = CBOR.map([1: .integer(2), -1: .integer(1), -2: .bytes(x), -3: .bytes(y)])
    return Array(SHA256.hash(data: coseKey.encoded).prefix(8))
  }

  /// Whether `signature` (r‖s, 64 bytes) is this key's over `message`, in its one canonical form.
  func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    guard LowS.isCanonical(signature),
      let key = try? P256.Signing.PublicKey(rawRepresentation: x + y),
      let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }
}
