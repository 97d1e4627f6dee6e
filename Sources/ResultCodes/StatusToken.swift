package import Cases
package import Foundation

/// A status list as it is published: a JWT signed by the issuing key (Token Status List, section 5.1; ES256, RFC 7515).
package struct StatusToken: Sendable, Equatable {
  /// How long a list may be believed, in seconds: a revocation is known everywhere after that.
  package static let lifetime: Int64 = 3_600
  private static let type = "statuslist+jwt"

  package let text: String

  /// - Parameter address: where the list is published; results on other lists are not meant.
  package init(
    _ list: StatusList, at address: String, signedBy key: IssuingKey, now: Date
  ) throws(Problem) {
    let second = Int64(now.timeIntervalSince1970)
    let header = Header(
      alg: "ES256", kid: Hexadecimal.text(of: key.publicKey.kid), typ: Self.type)
    let payload = Payload(
      exp: second + Self.lifetime, iat: second,
      status_list: .init(bits: 1, lst: Base64URL.text(of: try list.compressed())), sub: address,
      ttl: 300)
    let signed = "\(try Self.part(header)).\(try Self.part(payload))"
    text = "\(signed).\(Base64URL.text(of: try key.signature(for: Array(signed.utf8))))"
  }

  /// As it was fetched, not yet verified.
  package init(fetched text: String) { self.text = text }

  /// The key that is said to have signed it, 16 lower-case hexadecimal digits; nil for what is no such token.
  package var kid: String? { parts?.header.kid }

  /// The list, if `key` signed it for this address and it is not too old; nil otherwise.
  package func list(under key: IssuingPublicKey, at address: String, now: Date) -> StatusList? {
    guard let parts, let signature = Base64URL.bytes(of: parts.signature),
      parts.header.alg == "ES256", parts.header.typ == Self.type,
      parts.header.kid == Hexadecimal.text(of: key.kid),
      key.isValid(signature, for: Array(parts.signed.utf8))
    else { return nil }
    let second = Int64(now.timeIntervalSince1970)
    let (payload, skew) = (parts.payload, Int64(300))
    guard payload.sub == address, payload.status_list.bits == 1,
      payload.iat >= 0, payload.iat <= second + skew,
      second < payload.exp, payload.exp - payload.iat <= 7 * 86_400,
      let packed = Base64URL.bytes(of: payload.status_list.lst)
    else { return nil }
    return StatusList(compressed: packed)
  }

  private var parts: (header: Header, payload: Payload, signed: String, signature: String)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, text.utf8.count < 1 << 20,
      let header: Header = Self.value(parts[0]), let payload: Payload = Self.value(parts[1])
    else { return nil }
    return (header, payload, "\(parts[0]).\(parts[1])", parts[2])
  }

  private static func part(_ value: some Encodable) throws(Problem) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Base64URL.text(of: Array(try encoder.encode(value))) } catch {
      throw .internalFault("JSON")
    }
  }

  private static func value<Value: Decodable>(_ part: String) -> Value? {
    Base64URL.bytes(of: part).flatMap { try? JSONDecoder().decode(Value.self, from: Data($0)) }
  }

  private struct Header: Codable {
    var alg: String
    var kid: String
    var typ: String
  }

  private struct Payload: Codable {
    struct List: Codable {
      var bits: Int
      var lst: String
    }

    var exp: Int64
    var iat: Int64
    var status_list: List
    var sub: String
    var ttl: Int64
  }
}
