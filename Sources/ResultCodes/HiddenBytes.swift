import Cases
import Crypto

/// Bytes as the public side stores them: nonce ‖ ciphertext ‖ tag (AES-256-GCM), with the locator
/// as associated data.
enum HiddenBytes {
  static let overhead = 28

  static func hide(
    _ bytes: [UInt8], under key: SymmetricKey, at locator: Locator
  ) throws(Problem) -> [UInt8] {
    guard let box = try? AES.GCM.seal(bytes, using: key, authenticating: locator.bytes),
      let stored = box.combined
    else { throw .internalFault("AES-GCM") }
    return Array(stored)
  }

  /// A change anywhere is a problem.
  static func reveal(
    _ stored: [UInt8], under key: SymmetricKey, at locator: Locator
  ) throws(Problem) -> [UInt8] {
    guard let box = try? AES.GCM.SealedBox(combined: stored),
      let bytes = try? AES.GCM.open(box, using: key, authenticating: locator.bytes)
    else { throw .hiddenPDFDamaged }
    return Array(bytes)
  }
}
