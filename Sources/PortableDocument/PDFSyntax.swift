/// Where and why a file is not the PDF that it should be.
package struct PDFDefect: Error, Sendable, Equatable {
  package var what: String
  package var offset: Int

  package init(_ what: String, at offset: Int) {
    self.what = what
    self.offset = offset
  }
}

/// Reads PDF objects strictly: what a lenient reader would guess at is a defect here, so that no two readers can
/// see two documents in one file. Takes any bytes and never traps.
package struct PDFSyntax {
  /// Deeper nesting than any honest file has.
  static let deepest = 32
  /// More keys in one dictionary than any honest file has; looking for doubles takes the square of it.
  static let largest = 1000

  package let bytes: [UInt8]
  package var position: Int

  package init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  package var byte: UInt8? { bytes.indices.contains(position) ? bytes[position] : nil }

  func defect(_ what: String) -> PDFDefect { PDFDefect(what, at: position) }

  /// Whether these characters come next.
  package func sees(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position >= 0, count <= bytes.count - position else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + count]) }
  }

  package mutating func take(_ text: StaticString) -> Bool {
    guard sees(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  package mutating func expect(_ text: StaticString) throws(PDFDefect) {
    guard take(text) else { throw defect("expected \(text)") }
  }

  /// White space and comments (7.2.3; cairo writes `% 1` into page objects).
  package mutating func skipSpace() {
    while let next = byte {
      if next == UInt8(ascii: "%") {
        while let inside = byte, inside != 10, inside != 13 { position += 1 }
      } else if Self.isSpace(next) {
        position += 1
      } else {
        return
      }
    }
  }

  /// An unsigned number of at most 15 digits.
  package mutating func digits() throws(PDFDefect) -> Int {
    let start = position
    var value = 0
    while let next = byte, (48...57).contains(next) {
      guard position - start < 15 else { throw defect("number too long") }
      value = value * 10 + Int(next - 48)
      position += 1
    }
    guard position > start else { throw defect("expected a number") }
    return value
  }

  package mutating func value(depth: Int = 0) throws(PDFDefect) -> PDFValue {
    guard depth < Self.deepest else { throw defect("nested too deeply") }
    skipSpace()
    guard let next = byte else { throw defect("file ends inside an object") }
    switch next {
    case UInt8(ascii: "/"): return .name(try name())
    case UInt8(ascii: "("): return .string(try literalString())
    case UInt8(ascii: "["): return .array(try array(depth))
    case UInt8(ascii: "<"):
      if sees("<<") { return .dictionary(try dictionary(depth)) }
      return .string(try hexString())
    default:
      if take("true") { return .boolean(true) }
      if take("false") { return .boolean(false) }
      if take("null") { return .null }
      return try numberOrReference()
    }
  }

  private mutating func name() throws(PDFDefect) -> String {
    try expect("/")
    let start = position
    while let next = byte, Self.isRegular(next) {
      // An escaped name can be written in many ways; none of our files needs one.
      guard next != UInt8(ascii: "#"), next < 127 else { throw defect("escaped name") }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func array(_ depth: Int) throws(PDFDefect) -> [PDFValue] {
    try expect("[")
    var values: [PDFValue] = []
    while true {
      skipSpace()
      if take("]") { return values }
      values.append(try value(depth: depth + 1))
    }
  }

  private mutating func dictionary(_ depth: Int) throws(PDFDefect) -> PDFDictionary {
    try expect("<<")
    var dictionary = PDFDictionary()
    while true {
      skipSpace()
      if take(">>") { return dictionary }
      let key = try name()
      guard dictionary[key] == nil else { throw defect("key /\(key) twice") }
      guard dictionary.entries.count < Self.largest else { throw defect("dictionary too large") }
      dictionary[key] = try value(depth: depth + 1)
    }
  }

  private mutating func numberOrReference() throws(PDFDefect) -> PDFValue {
    let start = position
    let signed = take("-") || take("+")
    let whole = try digits()
    if take(".") {
      while let next = byte, (48...57).contains(next) { position += 1 }
      return .real(String(decoding: bytes[start..<position], as: UTF8.self))
    }
    if signed { return .integer(bytes[start] == UInt8(ascii: "-") ? -whole : whole) }
    let after = position
    if take(" 0 R"), byte.map({ !Self.isRegular($0) }) ?? true { return .reference(whole) }
    position = after
    return .integer(whole)
  }
}

extension PDFSyntax {
  private mutating func hexString() throws(PDFDefect) -> PDFString {
    let start = position
    try expect("<")
    var nibbles: [UInt8] = []
    while let next = byte, next != UInt8(ascii: ">") {
      guard let nibble = Self.nibble(next) else { throw defect("not a hexadecimal digit") }
      nibbles.append(nibble)
      position += 1
    }
    try expect(">")
    guard nibbles.count.isMultiple(of: 2) else { throw defect("odd number of hexadecimal digits") }
    let bytes = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    return PDFString(bytes, source: start..<position)
  }

  /// A string in parentheses: ASCII, the escapes of one character, balanced parentheses (7.3.4.2).
  private mutating func literalString() throws(PDFDefect) -> PDFString {
    let start = position
    try expect("(")
    var text: [UInt8] = []
    var open = 1
    while let next = byte {
      position += 1
      switch next {
      case UInt8(ascii: "("):
        open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return PDFString(text, source: start..<position) }
      case UInt8(ascii: "\\"):
        guard let escaped = byte, "\\()".utf8.contains(escaped) else {
          throw defect("unusual escape in a string")
        }
        position += 1
        text.append(escaped)
        continue
      default: break
      }
      text.append(next)
    }
    throw defect("string without an end")
  }

  static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0 || byte == 9 || byte == 10 || byte == 12 || byte == 13 || byte == 32
  }

  static func isRegular(_ byte: UInt8) -> Bool {
    !isSpace(byte) && !"()<>[]{}/%".utf8.contains(byte)
  }
}
