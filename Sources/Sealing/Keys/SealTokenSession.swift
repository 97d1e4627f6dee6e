import Cases
import Synchronization

extension SealToken {
  /// Whether the token has refused its PIN: three more tries would lock it. Shared by all keys in one token.
  final class Gate: Sendable {
    fileprivate let refusedPIN = Mutex(false)
  }

  /// A session that is logged in. One caller at a time: who waits must learn that the PIN was refused.
  /// - Throws: `key_token_missing`, `bad_pin_file`, `key_pin_wrong`, `key_pin_locked`, `key_device_failed`.
  func session(
    _ load: () throws(Problem) -> PKCS11Module, writing: Bool = false
  ) throws(Problem) -> PKCS11Session {
    try gate.refusedPIN.withLock { (refused) throws(Problem) in
      guard !refused else { throw Problem.keyPINWrong }
      let session = try PKCS11Session(load(), token: label, writing: writing)
      do throws(Problem) { try session.logIn(try pin()) } catch {
        refused = error == .keyPINWrong
        throw error
      }
      return session
    }
  }
}
