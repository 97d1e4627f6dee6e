extension PDFValue {
  /// The object as it is written into a file.
  package var written: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .real(let text): text
    case .name(let name): "/" + name
    case .string(let string): string.written
    case .array(let values): "[" + values.map(\.written).joined(separator: " ") + "]"
    case .dictionary(let dictionary): dictionary.written
    case .reference(let number): "\(number) 0 R"
    }
  }

  /// A length or coordinate in points, to a hundredth; 0 for one that no page can have.
  package static func points(_ value: Double) -> PDFValue {
    let hundredths = Int(exactly: (value * 100).rounded()) ?? 0
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return .real("\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)")
  }

  package static func text(_ text: String) -> PDFValue { .string(PDFString(text: text)) }
}

extension PDFDictionary {
  package var written: String {
    "<< " + entries.map { "/\($0.key) \($0.value.written) " }.joined() + ">>"
  }
}

extension PDFString {
  /// As hexadecimal digits in angle brackets.
  package var hexadecimal: String { "<" + HexDigits.upper(bytes) + ">" }

  /// ASCII in parentheses, everything else in hexadecimal.
  package var written: String {
    let plain = bytes.allSatisfy { (32..<127).contains($0) }
    guard plain else { return hexadecimal }
    let escaped = bytes.flatMap { "\\()".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
    return "(" + String(decoding: escaped, as: UTF8.self) + ")"
  }
}

/// Bytes in hexadecimal digits.
package enum HexDigits {
  package static func upper(_ bytes: some Sequence<UInt8>) -> String {
    string(bytes, Array("0123456789ABCDEF".utf8))
  }

  package static func lower(_ bytes: some Sequence<UInt8>) -> String {
    string(bytes, Array("0123456789abcdef".utf8))
  }

  private static func string(_ bytes: some Sequence<UInt8>, _ digits: [UInt8]) -> String {
    String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
