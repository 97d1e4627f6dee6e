extension PDFLooseSyntax {
  mutating func hexString() throws(PDFDefect) -> [UInt8] {
    position += 1
    var nibbles: [UInt8] = []
    while let next = byte, next != UInt8(ascii: ">") {
      position += 1
      if PDFSyntax.isSpace(next) { continue }
      guard let nibble = PDFSyntax.nibble(next) else { throw defect("not a hexadecimal digit") }
      nibbles.append(nibble)
    }
    try expect(">")
    // A last digit that is missing is zero (7.3.4.3).
    if !nibbles.count.isMultiple(of: 2) { nibbles.append(0) }
    return stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
  }

  mutating func literalString() throws(PDFDefect) -> [UInt8] {
    position += 1
    var text: [UInt8] = []
    var open = 1
    while let next = byte {
      position += 1
      switch next {
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return text }
      case UInt8(ascii: "\\"):
        text += escaped()
        continue
      default: break
      }
      text.append(next)
    }
    throw defect("string without an end")
  }

  /// What a backslash and the characters after it stand for (7.3.4.2, table 3).
  private mutating func escaped() -> [UInt8] {
    guard let next = byte else { return [] }
    position += 1
    switch next {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case 13:
      if byte == 10 { position += 1 }
      return []
    case 10: return []
    case 48...55:
      var value = Int(next - 48)
      for _ in 0..<2 {
        guard let digit = byte, (48...55).contains(digit) else { break }
        value = value * 8 + Int(digit - 48)
        position += 1
      }
      return [UInt8(value & 255)]
    default: return [next]
    }
  }
}
