/// A string object with the place in the file that it was read from.
package struct PDFString: Sendable, Equatable {
  package var bytes: [UInt8]
  /// From the opening to after the closing delimiter; empty for a string that was not read.
  package var source: Range<Int>

  package init(_ bytes: [UInt8], source: Range<Int> = 0..<0) {
    self.bytes = bytes
    self.source = source
  }

  /// A text string (7.9.2.2): ASCII as it is, everything else in UTF-16BE.
  package init(text: String) {
    let ascii = text.utf8.allSatisfy { (32..<127).contains($0) }
    self.init(
      ascii
        ? Array(text.utf8)
        : [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
  }

  /// The text of a text string; PDFDocEncoding is read for ASCII only.
  package var text: String? {
    guard bytes.starts(with: [0xFE, 0xFF]) else {
      return bytes.allSatisfy { $0 < 128 } ? String(decoding: bytes, as: UTF8.self) : nil
    }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(validating: units, as: UTF16.self)
  }

  package static func == (one: PDFString, other: PDFString) -> Bool { one.bytes == other.bytes }
}
