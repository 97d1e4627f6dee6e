import CP11Kit
import PortableDocument

/// What a key in a token is called: its label, or `id:` and its identifier in hexadecimal digits.
package struct TokenKeyName: Sendable, Equatable, CustomStringConvertible {
  package let description: String
  /// The value that the token is asked for.
  let bytes: [UInt8]
  let attribute: CK_ATTRIBUTE_TYPE

  package init(_ text: String) {
    description = text
    let digits = Array(text.utf8.dropFirst(3))
    let numbers = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
    }
    let isID = text.hasPrefix("id:") && !numbers.isEmpty && numbers.count * 2 == digits.count
    bytes = isID ? numbers : Array(text.utf8)
    attribute = isID ? CKA_ID : CKA_LABEL
  }

  init(identifier: [UInt8]) { self.init("id:" + HexDigits.lower(identifier)) }
}
