/// The name of a file as its bytes: scanners and Windows clients write names that are not UTF-8.
package struct PaperName: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// For people and for JSON, and back again: what is not UTF-8, control characters and `%` are written as `%XX`.
  package var escaped: String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return bytes.map { (0x21...0x7E).contains($0) && $0 != 0x25 ? ascii($0) : hexadecimal($0) }
        .joined()
    }
    return text.unicodeScalars.map { scalar in
      isPlain(scalar)
        ? String(Character(scalar)) : Array(String(scalar).utf8).map(hexadecimal).joined()
    }.joined()
  }

  /// What `escaped` wrote. A `%` without two hexadecimal digits behind it stands for itself.
  package init(escaped: String) {
    var bytes: [UInt8] = []
    var rest = Array(escaped.utf8)[...]
    while let first = rest.popFirst() {
      if first == 0x25, let value = Self.byte(rest.prefix(2)) {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(first)
      }
    }
    self.bytes = bytes
  }

  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: scalar != "%"
    }
  }

  private func ascii(_ byte: UInt8) -> String { String(Character(Unicode.Scalar(byte))) }

  private func hexadecimal(_ byte: UInt8) -> String {
    "%" + String(byte >> 4, radix: 16, uppercase: true)
      + String(byte & 15, radix: 16, uppercase: true)
  }

  private static func byte(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

extension PaperName: Comparable {
  package static func < (one: PaperName, other: PaperName) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }
}

extension PaperName: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(escaped: try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(escaped)
  }
}
