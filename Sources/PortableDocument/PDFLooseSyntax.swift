/// Reads PDF objects as other programs write them (ISO 32000-1, 7.3), for documents that are to be sealed, or were.
/// Takes any bytes and never traps; what it cannot read without guessing is a defect.
struct PDFLooseSyntax {
  let bytes: [UInt8]
  var position: Int
  /// Values in arrays and dictionaries so far.
  private var parts = 0

  /// More than any honest object has: each takes many times the memory of its bytes.
  private static let mostParts = 1 << 20

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  var byte: UInt8? { bytes.indices.contains(position) ? bytes[position] : nil }

  func defect(_ what: String) -> PDFDefect { PDFDefect(what, at: position) }

  /// Takes a keyword, to its end (7.2.2), or a delimiter, after white space and comments.
  mutating func take(_ text: StaticString) -> Bool {
    skipSpace()
    let count = text.utf8CodeUnitCount
    guard position >= 0, count <= bytes.count - position,
      text.withUTF8Buffer({ $0.elementsEqual(bytes[position..<position + count]) })
    else { return false }
    let isKeyword = text.withUTF8Buffer { $0.last.map(PDFSyntax.isRegular) ?? false }
    let end = position + count
    if isKeyword, end < bytes.count, PDFSyntax.isRegular(bytes[end]) { return false }
    position = end
    return true
  }

  mutating func expect(_ text: StaticString) throws(PDFDefect) {
    guard take(text) else { throw defect("expected \(text)") }
  }

  mutating func skipSpace() {
    while let next = byte {
      if next == UInt8(ascii: "%") {
        while let inside = byte, inside != 10, inside != 13 { position += 1 }
      } else if PDFSyntax.isSpace(next) {
        position += 1
      } else {
        return
      }
    }
  }

  mutating func value(depth: Int = 0) throws(PDFDefect) -> PDFValue {
    guard depth < PDFSyntax.deepest else { throw defect("nested too deeply") }
    skipSpace()
    guard let next = byte else { throw defect("file ends inside an object") }
    switch next {
    case UInt8(ascii: "/"): return .name(try name())
    case UInt8(ascii: "("): return .string(PDFString(try literalString()))
    case UInt8(ascii: "["): return .array(try array(depth))
    case UInt8(ascii: "<"):
      if take("<<") { return .dictionary(try dictionary(depth)) }
      return .string(PDFString(try hexString()))
    default: return try word()
    }
  }

  /// As it is written, escapes and all: it is only compared and copied. A letter or digit that is escaped without need
  /// would hide the name from the comparison, and so would what only some readers take for an escape, or for an end.
  private mutating func name() throws(PDFDefect) -> String {
    position += 1
    let start = position
    while let next = byte, PDFSyntax.isRegular(next) {
      position += 1
      guard next == UInt8(ascii: "#") else { continue }
      guard position + 1 < bytes.count, let high = PDFSyntax.nibble(bytes[position]),
        let low = PDFSyntax.nibble(bytes[position + 1])
      else { throw defect("# in a name that escapes nothing") }
      let hidden = Character(Unicode.Scalar(high << 4 | low))
      guard !(hidden.isASCII && (hidden.isLetter || hidden.isNumber)), hidden != "\0" else {
        throw defect("name that is escaped without need")
      }
    }
    return PDFBytes.text(bytes[start..<position])
  }

  private mutating func array(_ depth: Int) throws(PDFDefect) -> [PDFValue] {
    try expect("[")
    var values: [PDFValue] = []
    while !take("]") {
      try countPart()
      values.append(try value(depth: depth + 1))
    }
    return values
  }

  private mutating func countPart() throws(PDFDefect) {
    parts += 1
    guard parts <= Self.mostParts else { throw defect("object too large") }
  }

  private mutating func dictionary(_ depth: Int) throws(PDFDefect) -> PDFDictionary {
    var dictionary = PDFDictionary()
    while !take(">>") {
      guard byte == UInt8(ascii: "/") else { throw defect("expected a key") }
      let key = try name()
      // Two readers could take either: such a file says two things.
      guard dictionary[key] == nil else { throw defect("key /\(key) twice") }
      guard dictionary.entries.count < PDFSyntax.largest else {
        throw defect("dictionary too large")
      }
      try countPart()
      dictionary[key] = try value(depth: depth + 1)
    }
    return dictionary
  }

  private mutating func word() throws(PDFDefect) -> PDFValue {
    let start = position
    while let next = byte, PDFSyntax.isRegular(next) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    switch text {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    default: break
    }
    guard let whole = Int(text), whole.magnitude < 1 << 50 else {
      guard Double(text)?.isFinite == true,
        text.utf8.allSatisfy({ "+-.0123456789".utf8.contains($0) })
      else { throw PDFDefect("not an object", at: start) }
      return .real(text)
    }
    return try reference(to: whole) ?? .integer(whole)
  }

  /// `generation R` after a number; nil where something else follows.
  private mutating func reference(to number: Int) throws(PDFDefect) -> PDFValue? {
    let start = position
    skipSpace()
    let digits = position
    while let next = byte, (48...57).contains(next), position - digits < 6 { position += 1 }
    let generation = Int(String(decoding: bytes[digits..<position], as: UTF8.self))
    guard let generation, take("R") else {
      position = start
      return nil
    }
    guard generation == 0 else { throw PDFDefect("object of generation \(generation)", at: start) }
    return .reference(number)
  }
}
