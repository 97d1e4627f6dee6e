package import Cases
import Crypto

/// A token or hardware module in which keys of seals lie, and what opens it.
package struct SealToken: Sendable {
  /// Absolute path of the PKCS#11 module.
  package var module: String
  package var label: String
  /// Read when it is needed.
  package var pin: @Sendable () throws(Problem) -> SealPIN
  let gate = Gate()

  package init(
    module: String, label: String, pin: @escaping @Sendable () throws(Problem) -> SealPIN
  ) {
    self.module = module
    self.label = label
    self.pin = pin
  }

  /// Looks whether the token is there, without opening it.
  /// - Throws: `key_module_missing`, `key_token_missing`, `key_device_failed`.
  package func requirePresence() throws(Problem) {
    _ = try PKCS11Module(path: module).slot(ofToken: label)
  }

  /// Makes a P-256 key that cannot leave the token, under a random identifier.
  /// - Throws: `key_module_missing`, `key_token_missing`, `key_pin_wrong`, `key_device_failed`.
  func newKey(
    label keyLabel: String
  ) throws(Problem) -> (name: TokenKeyName, publicKey: P256.Signing.PublicKey) {
    let identifier = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    let session = try session(loaded, writing: true)
    let key = try session.newKeyPair(identifier, label: keyLabel)
    return (TokenKeyName(identifier: identifier), key)
  }

  /// Destroys the key, its public half too.
  /// - Throws: what `newKey` throws, `key_not_in_token`.
  func destroy(_ name: TokenKeyName) throws(Problem) {
    try session(loaded, writing: true).destroy(name)
  }

  private func loaded() throws(Problem) -> PKCS11Module { try PKCS11Module(path: module) }
}
