package import ResultCodes

/// A key under which codes are taken for genuine, and for which time.
package struct TrustedIssuingKey: Sendable, Equatable, Codable {
  /// The key's thumbprint, 16 lower-case hexadecimal digits. It must belong to `x` and `y`.
  package var kid: String
  /// Affine coordinates, base64url without padding (RFC 7518, 6.2.1).
  package var x: String
  package var y: String
  /// RFC 3339, UTC. Codes issued outside this time are not the key's.
  package var notBefore: String
  package var notAfter: String
  /// RFC 3339, UTC. From then on nothing that the key signs is taken.
  package var revokedAt: String?
  /// True for the key that the program made for itself.
  package var test: Bool

  package init(
    kid: String, x: String, y: String, notBefore: String, notAfter: String,
    revokedAt: String? = nil, test: Bool
  ) {
    self.kid = kid
    self.x = x
    self.y = y
    self.notBefore = notBefore
    self.notAfter = notAfter
    self.revokedAt = revokedAt
    self.test = test
  }

  enum CodingKeys: String, CodingKey {
    case kid, x, y
    case notBefore = "not_before"
    case notAfter = "not_after"
    case revokedAt = "revoked_at"
    case test
  }
}

extension TrustedIssuingKey {
  /// The entry of `key`; times are RFC 3339, UTC.
  package init(_ key: IssuingPublicKey, notBefore: String, notAfter: String, test: Bool) {
    self.init(
      kid: Hexadecimal.text(of: key.kid), x: Base64URL.text(of: key.x),
      y: Base64URL.text(of: key.y),
      notBefore: notBefore, notAfter: notAfter, test: test)
  }

  /// The key itself; nil where the entry contradicts itself.
  package var publicKey: IssuingPublicKey? {
    guard let x = Base64URL.bytes(of: x), let y = Base64URL.bytes(of: y),
      let key = IssuingPublicKey(x: x, y: y), Hexadecimal.text(of: key.kid) == kid
    else { return nil }
    return key
  }
}
