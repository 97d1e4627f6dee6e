package import Cases
import Crypto

/// The private key that signs the records of results. It cannot be printed.
package struct IssuingKey: Sendable {
  private let key: P256.Signing.PrivateKey
  /// True where the program made the key for itself: it then proves nothing to outsiders.
  package let isTest: Bool

  /// A new key.
  package init(isTest: Bool) { self.init(P256.Signing.PrivateKey(), isTest: isTest) }

  /// From PKCS#8 in PEM.
  package init?(pem: String, isTest: Bool) {
    guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else { return nil }
    self.init(key, isTest: isTest)
  }

  private init(_ key: P256.Signing.PrivateKey, isTest: Bool) {
    self.key = key
    self.isTest = isTest
  }

  package var publicKey: IssuingPublicKey { IssuingPublicKey(key.publicKey) }

  /// PKCS#8 in PEM: for the key file only.
  var pem: String { key.pemRepresentation }

  /// Signs `claims` for the result at `locator` (ES256, RFC 9053).
  package func sign(
    _ claims: ResultClaims, for locator: Locator
  ) throws(Problem) -> SignedRecord {
    try claims.checkBeforeSigning()
    return try sign(claims.encoded, as: .claims, for: locator)
  }

  func sign(
    _ payload: [UInt8], as content: SignedRecord.Content, for locator: Locator
  ) throws(Problem) -> SignedRecord {
    let kid = publicKey.kid
    let message = SignedRecord.message(
      kid: kid, payload: payload, as: content, locator: locator)
    return SignedRecord(kid: kid, payload: payload, signature: try signature(for: message))
  }

  /// r‖s, in its one canonical form.
  func signature(for message: [UInt8]) throws(Problem) -> [UInt8] {
    guard let signature = try? key.signature(for: message).rawRepresentation else {
      throw .internalFault("P-256")
    }
    return LowS.canonical(Array(signature))
  }
}

extension IssuingKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "IssuingKey(hidden)" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
