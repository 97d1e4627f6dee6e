import Crypto
import Foundation

/// The key of one document. Who deletes it has deleted the document. Cannot be printed.
struct DocumentKey: Sendable {
  private let key: SymmetricKey

  init() { key = SymmetricKey(size: .bits256) }

  /// Nil where the data folder's key or the name is another one.
  init?(unwrapping wrapped: [UInt8], of name: String, with dataKey: DataKey) {
    guard let bytes = dataKey.open(Data(wrapped), for: "object \(name)"), bytes.count == 32 else {
      return nil
    }
    key = SymmetricKey(data: bytes)
  }

  func wrapped(of name: String, with dataKey: DataKey) throws -> [UInt8] {
    Array(try dataKey.seal(key.withUnsafeBytes { Array($0) }, for: "object \(name)"))
  }

  /// The key of one writing of the document, so that no nonce is used twice however often it is written.
  func fileKey(salt: [UInt8], name: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: salt, info: Data(name.utf8), outputByteCount: 32)
  }
}

extension DocumentKey: CustomStringConvertible, CustomReflectable {
  var description: String { "DocumentKey" }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}
