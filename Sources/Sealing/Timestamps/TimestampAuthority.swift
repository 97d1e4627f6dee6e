package import Cases
import Foundation

/// Somebody who stamps the time. How to reach it is no matter of sealing.
package protocol TimestampAuthority: Sendable {
  /// The answer (DER, TimeStampResp) to a question (DER, TimeStampReq).
  /// - Throws: `timestamp_unavailable`.
  func reply(to request: [UInt8]) async throws(Problem) -> [UInt8]
}

/// An authority, and what is known of its time stamps before they are made.
package struct TimestampService: Sendable {
  let authority: any TimestampAuthority
  /// Bytes that are kept free for a time stamp: its place is signed before it is there.
  let room: Int

  package init(_ authority: any TimestampAuthority, room: Int) {
    self.authority = authority
    self.room = room
  }

  /// The time stamp (DER) of a digest, whole and to the point.
  /// - Throws: `timestamp_unavailable`, `timestamp_refused`, `bad_timestamp`, `timestamp_too_long`.
  func token(ofSHA256 digest: [UInt8], now: Date) async throws(Problem) -> [UInt8] {
    let request = TimestampRequest(digest: digest)
    let reply = try await authority.reply(to: try request.encoded())
    let token = try request.token(from: reply, now: now).der
    guard token.count <= room else { throw .timestampTooLong(token.count, room: room) }
    return token
  }
}
