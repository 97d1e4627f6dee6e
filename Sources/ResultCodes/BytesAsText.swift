import Foundation
import PortableDocument

/// Two lower-case digits to a byte.
package enum Hexadecimal {
  package static func text(of bytes: [UInt8]) -> String {
    HexDigits.lower(bytes)
  }
}

/// RFC 4648, 5, without padding.
package enum Base64URL {
  package static func text(of bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  package static func bytes(of text: String) -> [UInt8]? {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: standard + padding), Self.text(of: Array(data)) == text
    else { return nil }
    return Array(data)
  }
}
