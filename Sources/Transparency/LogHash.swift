import Crypto

/// A hash in the log's tree: SHA-256 with a prefix that tells leaves from nodes (RFC 6962, 2.1).
package struct LogHash: Sendable, Hashable {
  package static let size = 32

  package let bytes: [UInt8]

  /// nil unless there are 32 bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = Array(bytes)
  }

  /// The hash of an entry.
  package init(leaf entry: some Collection<UInt8>) {
    bytes = Array(SHA256.hash(data: [0] + Array(entry)))
  }

  /// The hash of two subtrees side by side.
  package init(_ left: LogHash, _ right: LogHash) {
    bytes = Array(SHA256.hash(data: [1] + left.bytes + right.bytes))
  }

  private init(ofNothing: Void) { bytes = Array(SHA256.hash(data: [UInt8]())) }

  /// The root of a tree without entries.
  package static let empty = LogHash(ofNothing: ())
}
