package import Crypto

/// Of the two signatures `(r, s)` and `(r, n - s)` that say the same, the one with the smaller `s`: otherwise
/// anybody could change the bytes of a sealed file and leave it valid.
package enum CanonicalECDSA {
  /// Order of P-256 (SP 800-186), big endian.
  private static let order = bytes(
    0xFFFF_FFFF_0000_0000, 0xFFFF_FFFF_FFFF_FFFF, 0xBCE6_FAAD_A717_9E84, 0xF3B9_CAC2_FC63_2551)
  /// Half of it, rounded down.
  private static let half = bytes(
    0x7FFF_FFFF_8000_0000, 0x7FFF_FFFF_FFFF_FFFF, 0xDE73_7D56_D38B_CF42, 0x79DC_E561_7E31_92A8)

  package static func isCanonical(_ signature: P256.Signing.ECDSASignature) -> Bool {
    let s = Array(signature.rawRepresentation.suffix(32))
    return !half.lexicographicallyPrecedes(s)
  }

  package static func form(
    of signature: P256.Signing.ECDSASignature
  ) throws -> P256.Signing.ECDSASignature {
    if isCanonical(signature) { return signature }
    let raw = Array(signature.rawRepresentation)
    return try P256.Signing.ECDSASignature(
      rawRepresentation: raw.prefix(32) + difference(order, Array(raw.suffix(32))))
  }

  /// `a - b` of two big-endian numbers of the same length, `a` the larger.
  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var borrow = 0
    var result = a
    for index in a.indices.reversed() {
      let digit = Int(a[index]) - Int(b[index]) - borrow
      borrow = digit < 0 ? 1 : 0
      result[index] = UInt8(digit & 255)
    }
    return result
  }

  private static func bytes(_ words: UInt64...) -> [UInt8] {
    words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
  }
}
