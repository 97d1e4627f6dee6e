package import Cases
import Crypto
package import Foundation
import SwiftASN1

/// One question to a time-stamping authority (RFC 3161, 2.4.1).
package struct TimestampRequest: Sendable {
  /// How far the authority's clock may be from ours, in seconds.
  package static let tolerance: TimeInterval = 300

  /// SHA-256 of what is to be stamped.
  let digest: [UInt8]
  /// 64 random bits, so that the answer is to this question.
  let nonce: [UInt8]

  package init(stamping bytes: [UInt8]) { self.init(digest: Array(SHA256.hash(data: bytes))) }

  package init(digest: [UInt8]) {
    self.digest = digest
    var nonce = (0..<8).map { _ in UInt8.random(in: .min ... .max) }
    // Positive and of full length: some authorities change an INTEGER that is not.
    nonce[0] = nonce[0] & 0x3F | 0x40
    self.nonce = nonce
  }

  /// DER; the authority is asked to send its certificates along.
  package func encoded() throws(Problem) -> [UInt8] {
    var der = DER.Serializer()
    do {
      try der.appendConstructedNode(identifier: .sequence) { request in
        try request.serialize(1)
        try request.appendConstructedNode(identifier: .sequence) { imprint in
          try imprint.appendConstructedNode(identifier: .sequence) { algorithm in
            try algorithm.serialize(OID.sha256)
            try algorithm.serialize(ASN1Null())
          }
          try imprint.serialize(ASN1OctetString(contentBytes: digest[...]))
        }
        try request.serialize(nonce[...])
        try request.serialize(true)
      }
    } catch { throw .sealingFailed(String(describing: error)) }
    return der.serializedBytes
  }

  /// The time stamp in the answer, if it is one to this question and of this time.
  /// - Throws: `timestamp_refused`, `bad_timestamp`.
  package func token(from reply: [UInt8], now: Date) throws(Problem) -> TimestampToken {
    let token: TimestampToken
    do { token = try TimestampToken(Self.granted(reply)) } catch let problem as Problem {
      throw problem
    } catch { throw .badTimestamp((error as? TimestampDefect)?.what ?? "DER") }
    guard token.covers(sha256: digest) else { throw .badTimestamp("of something else") }
    guard token.info.nonce == nonce else { throw .badTimestamp("answer to another question") }
    guard abs(token.time.timeIntervalSince(now)) <= Self.tolerance else {
      throw .badTimestamp("the clocks differ: \(token.time.formatted(.iso8601))")
    }
    return token
  }

  /// The token of an answer whose status is `granted` (2.4.2); with modifications it is not what was asked for.
  private static func granted(_ reply: [UInt8]) throws -> [UInt8] {
    var parts = try DERParts(DERParts.root(of: reply))
    var status = try DERParts(parts.next())
    let code = try Int(derEncoded: status.next())
    guard code == 0 else { throw Problem.timestampRefused(code) }
    let token = Array(try parts.next().encodedBytes)
    try parts.end()
    return token
  }
}
