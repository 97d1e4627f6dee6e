import Crypto
import Foundation

/// What the log keeps of a result: a keyed hash of its signed record. Without the salt nobody can tell whose it was, so
/// that erasing the salt erases the person from a log that cannot forget.
package struct LogEntry: Sendable, Equatable {
  package static let saltSize = 16

  /// 32 bytes: HMAC-SHA256 under the salt over `kanhe/log/1` and the record.
  package let bytes: [UInt8]

  package init(of record: [UInt8], salt: [UInt8]) {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("kanhe/log/1".utf8) + record, using: SymmetricKey(data: salt))
    bytes = Array(code)
  }

  package static func newSalt() -> [UInt8] {
    SymmetricKey(size: .bits128).withUnsafeBytes(Array.init)
  }

  package var leaf: LogHash { LogHash(leaf: bytes) }
}
