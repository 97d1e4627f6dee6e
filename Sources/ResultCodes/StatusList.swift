import Cases
import PortableDocument

/// Which results of a list were revoked: one bit each, on a list of many so that asking tells nobody which one is meant
/// (Token Status List, draft-ietf-oauth-status-list, section 4).
package struct StatusList: Sendable, Equatable {
  private var bytes: [UInt8]

  /// A list on which nothing was revoked but these places.
  package init(revoked: some Sequence<Int> = []) {
    bytes = [UInt8](repeating: 0, count: StatusPlace.listSize / 8)
    for place in revoked where (0..<StatusPlace.listSize).contains(place) {
      bytes[place / 8] |= 1 << (place % 8)
    }
  }

  /// nil for a place that the list does not have: of that nothing is known.
  package func isRevoked(_ place: Int64) -> Bool? {
    guard let place = Int(exactly: place), (0..<bytes.count * 8).contains(place) else { return nil }
    return bytes[place / 8] & 1 << (place % 8) != 0
  }

  /// zlib (RFC 1950), as the list is published.
  func compressed() throws(Problem) -> [UInt8] { try Deflate.compress(bytes) }

  /// nil for what is no zlib or longer than any list.
  init?(compressed: [UInt8]) {
    guard let bytes = Deflate.expand(compressed, atMost: 1 << 20) else { return nil }
    self.bytes = bytes
  }
}
