package import Crypto
import Foundation

/// The 16 random bytes that belong to one result. Who holds them can find and open it.
///
/// It has no text form and is not Codable: printing, logging or dumping it shows a placeholder, and
/// its bytes leave it only where `bytes` is named.
package struct ResultSecret: Sendable, Equatable {
  package static let byteCount = 16

  private let key: SymmetricKey

  /// A new secret from the system's random source.
  package init() { key = SymmetricKey(size: .bits128) }

  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    key = SymmetricKey(data: Array(bytes))
  }

  package var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

  /// Where the result is found: HKDF-SHA256 (RFC 5869), info `kanhe/loc/1`.
  package var locator: Locator {
    Locator(derived: derived("kanhe/loc/1", byteCount: Locator.byteCount))
  }

  /// The AES-256 key of the stored PDF: HKDF-SHA256 (RFC 5869), info `kanhe/pdf/1`.
  package var pdfKey: SymmetricKey { derived("kanhe/pdf/1", byteCount: 32) }

  /// The AES-256 key of the stored picture of page 1: HKDF-SHA256 (RFC 5869), info `kanhe/page1/1`.
  var pictureKey: SymmetricKey { derived("kanhe/page1/1", byteCount: 32) }

  private func derived(_ info: String, byteCount: Int) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: [UInt8](), info: Array(info.utf8), outputByteCount: byteCount)
  }
}

extension ResultSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "ResultSecret(hidden)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
