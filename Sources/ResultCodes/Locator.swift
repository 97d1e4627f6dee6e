import Crypto

/// The public address of one result: 10 bytes derived from its secret, written as 25 decimal
/// digits.
///
/// It tells nothing about the result and cannot be turned back into the secret.
package struct Locator: Sendable, Hashable {
  package static let byteCount = 10
  package static let digitCount = 25

  package let bytes: [UInt8]

  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  init(derived key: SymmetricKey) { bytes = key.withUnsafeBytes { Array($0) } }

  /// Exactly 25 ASCII digits that stand for 10 bytes; nothing else is taken.
  package init?(digits: some StringProtocol) {
    guard digits.utf8.count == Self.digitCount, let bytes = DecimalPacking.bytes(of: digits) else {
      return nil
    }
    self.init(bytes: bytes)
  }

  package var digits: String { DecimalPacking.digits(of: bytes) }
}
