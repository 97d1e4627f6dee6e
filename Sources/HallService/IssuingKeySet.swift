import Foundation
package import ResultCodes

/// The keys that sign this authority's records, as `GET /.well-known/kanhe/jwks.json` lists them
/// (RFC 7517). A key's name is its thumbprint, so that no other key can stand under it.
package struct IssuingKeySet: Sendable {
  /// One key and the time in which it speaks, in seconds since 1970.
  package struct Entry: Sendable {
    package var key: IssuingPublicKey
    package var notBefore: Int64
    package var notAfter: Int64
    package var revokedAt: Int64?
    package var isTest: Bool

    package init(
      key: IssuingPublicKey, notBefore: Int64, notAfter: Int64, revokedAt: Int64? = nil,
      isTest: Bool
    ) {
      self.key = key
      self.notBefore = notBefore
      self.notAfter = notAfter
      self.revokedAt = revokedAt
      self.isTest = isTest
    }
  }

  package var entries: [Entry]
  /// The public logs' keys, each `name+id+base64` (C2SP signed-note). A record that none of them
  /// proves to be logged is not accepted.
  package var logs: [String]

  package init(_ entries: [Entry] = [], logs: [String] = []) {
    self.entries = entries
    self.logs = logs
  }

  func entry(_ kid: [UInt8]) -> Entry? { entries.first { $0.key.kid == kid } }

  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let set = JWKSet(keys: entries.map(JWK.init), logs: logs)
    return (try? encoder.encode(set)).map(Array.init) ?? []
  }
}

/// RFC 7517, 5; members that are not defined there are ignored by who does not know them.
private struct JWKSet: Encodable {
  let keys: [JWK]
  let logs: [String]
}

/// A P-256 key as JWK (RFC 7518, 6.2), with the claims `nbf` and `exp` of RFC 7519 beside it.
private struct JWK: Encodable {
  let kty = "EC"
  let crv = "P-256"
  let alg = "ES256"
  let use = "sig"
  let kid: String
  let x: String
  let y: String
  let nbf: Int64
  let exp: Int64
  let revokedAt: Int64?
  let test: Bool

  init(_ entry: IssuingKeySet.Entry) {
    kid = Hexadecimal.text(of: entry.key.kid)
    x = Base64URL.text(of: entry.key.x)
    y = Base64URL.text(of: entry.key.y)
    nbf = entry.notBefore
    exp = entry.notAfter
    revokedAt = entry.revokedAt
    test = entry.isTest
  }
}
