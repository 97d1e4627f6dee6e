/// Bytes of a PDF as text in which each byte is a scalar of its own, and back. As UTF-8 bytes that are none would all become the
/// same character, and strings that differ in their composition would be equal.
enum PDFBytes {
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 128 }) { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }

  /// What no byte stands for is written in UTF-8.
  static func bytes(of text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ $0 < 128 }) { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      UInt8(exactly: scalar.value).map { [$0] } ?? Array(String(scalar).utf8)
    }
  }
}
