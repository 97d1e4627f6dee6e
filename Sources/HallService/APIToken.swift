/// What a caller of `/v1/*` shows as `Authorization: Bearer …`. It cannot be printed.
package struct APIToken: Sendable, CustomStringConvertible, CustomReflectable {
  private let bytes: [UInt8]

  /// Nil for a token that could be guessed: at least 24 visible ASCII characters are wanted.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 24, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.bytes = bytes
  }

  /// Takes the same time wherever the texts differ.
  func fits(_ text: some StringProtocol) -> Bool {
    let other = Array(text.utf8)
    guard other.count == bytes.count else { return false }
    return zip(bytes, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  package var description: String { "APIToken(hidden)" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
