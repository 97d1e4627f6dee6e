package import Crypto
import Foundation

/// A public Ed25519 key with the name under which it signs notes (C2SP signed-note).
package struct NoteKey: Sendable, Equatable {
  fileprivate static let ed25519: UInt8 = 1

  package let name: String
  /// 32 bytes (RFC 8032).
  let point: [UInt8]

  /// nil where the name may not name a key.
  package init?(name: String, _ key: Curve25519.Signing.PublicKey) {
    guard Self.isName(name) else { return nil }
    self.name = name
    point = Array(key.rawRepresentation)
  }

  /// Reads the usual form of such a key, `name+id+base64`.
  package init?(_ text: String) {
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let coded = Data(base64Encoded: String(parts[2])),
      coded.first == Self.ed25519,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: coded.dropFirst())
    else { return nil }
    self.init(name: String(parts[0]), key)
    guard self.text == text else { return nil }
  }

  package var text: String {
    "\(name)+\(hexID)+\(Data([Self.ed25519] + point).base64EncodedString())"
  }

  fileprivate var hexID: String {
    id.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// Four bytes that tell keys apart.
  var id: [UInt8] {
    Array(SHA256.hash(data: Array(name.utf8) + [0x0A, Self.ed25519] + point).prefix(4))
  }

  func accepts(_ signature: some DataProtocol, for text: String) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: point) else {
      return false
    }
    return key.isValidSignature(signature, for: Data(text.utf8))
  }

  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.allSatisfy { !$0.isWhitespace && $0 != "+" }
  }
}

/// The private half. It cannot be printed.
package struct NoteSigningKey: Sendable {
  private static let prefix = "PRIVATE+KEY+"

  package let `public`: NoteKey
  let privateKey: Curve25519.Signing.PrivateKey

  /// nil where the name may not name a key.
  package init?(name: String, _ key: Curve25519.Signing.PrivateKey) {
    guard let half = NoteKey(name: name, key.publicKey) else { return nil }
    `public` = half
    privateKey = key
  }

  /// A new key.
  package init?(name: String) { self.init(name: name, Curve25519.Signing.PrivateKey()) }

  /// Reads the usual form of such a key, `PRIVATE+KEY+name+id+base64`.
  package init?(secret text: String) {
    let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
    guard text.hasPrefix(Self.prefix), parts.count == 5,
      let coded = Data(base64Encoded: String(parts[4])), coded.first == NoteKey.ed25519,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: coded.dropFirst())
    else { return nil }
    self.init(name: String(parts[2]), key)
    guard secret == text else { return nil }
  }

  /// For the key file only.
  package var secret: String {
    let coded = Data([NoteKey.ed25519]) + privateKey.rawRepresentation
    return "\(Self.prefix)\(`public`.name)+\(`public`.hexID)+\(coded.base64EncodedString())"
  }
}

extension NoteSigningKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "NoteSigningKey(hidden)" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
