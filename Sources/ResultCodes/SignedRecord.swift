/// A COSE_Sign1 (RFC 9052, 4.2) as it was read: well formed, and not yet verified. Its claims come
/// out of `claims(under:at:)` only.
///
/// Untagged array of four: protected `{1: -7 (ES256), 4: kid}`, unprotected exactly `{}`, payload,
/// signature r‖s. The locator is bound as external_aad, so that a record cannot be moved to another
/// result.
package struct SignedRecord: Sendable, Equatable {
  /// 8 bytes that name the key.
  package let kid: [UInt8]
  let payload: [UInt8]
  let signature: [UInt8]

  init(kid: [UInt8], payload: [UInt8], signature: [UInt8]) {
    self.kid = kid
    self.payload = payload
    self.signature = signature
  }

  /// Reads the bytes strictly: what this makes, `encoded` makes again.
  package init(decoding bytes: [UInt8]) throws(CodeFault) {
    guard case .array(let parts)? = try? CBOR(decoding: bytes), parts.count == 4,
      case .bytes(let protected) = parts[0], parts[1] == .map([CBOR.Entry]()),
      case .bytes(let payload) = parts[2], case .bytes(let signature) = parts[3],
      let header = (try? CBOR(decoding: protected))?.labelled
    else { throw .malformedRecord }
    guard header.count == 2, header[1] == .integer(-7), case .bytes(let kid)? = header[4],
      kid.count == 8, signature.count == 64
    else { throw .malformedRecord }
    self.init(kid: kid, payload: payload, signature: signature)
  }

  package var encoded: [UInt8] {
    CBOR.array([
      .bytes(Self.protected(kid: kid)), .map([CBOR.Entry]()), .bytes(payload), .bytes(signature),
    ]).encoded
  }

  /// What the record says, once it verifies under `key` for the result at `locator`.
  package func claims(
    under key: IssuingPublicKey, at locator: Locator
  ) throws(CodeFault) -> ResultClaims {
    guard isSigned(by: key, as: .claims, at: locator) else { throw .wrongSignature }
    return try ResultClaims(decoding: payload)
  }

  /// What was signed: the claims of a result or the picture of its first page, never one for the
  /// other. The raw value is bound as external_aad.
  enum Content: String {
    case claims = "kanhe/qr/1"
    case picture = "kanhe/page1/1"
  }

  func isSigned(by key: IssuingPublicKey, as content: Content, at locator: Locator) -> Bool {
    let message = Self.message(kid: kid, payload: payload, as: content, locator: locator)
    return key.kid == kid && key.isValid(signature, for: message)
  }

  /// Sig_structure, RFC 9052, 4.4.
  static func message(
    kid: [UInt8], payload: [UInt8], as content: Content = .claims, locator: Locator
  ) -> [UInt8] {
    CBOR.array([
      .text("Signature1"), .bytes(protected(kid: kid)),
      .bytes(Array(content.rawValue.utf8) + locator.bytes), .bytes(payload),
    ]).encoded
  }

  private static func protected(kid: [UInt8]) -> [UInt8] {
    CBOR.map([1: .integer(-7), 4: .bytes(kid)]).encoded
  }
}
