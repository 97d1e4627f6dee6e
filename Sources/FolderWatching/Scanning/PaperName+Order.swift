extension PaperName {
  /// As people number pages: `page2` before `page10`.
  func isBefore(_ other: PaperName) -> Bool {
    var (left, right) = (bytes[...], other.bytes[...])
    while let one = left.first, let two = right.first {
      if Self.isDigit(one), Self.isDigit(two) {
        let (first, second) = (Self.number(&left), Self.number(&right))
        if first.count != second.count { return first.count < second.count }
        if first != second { return first.lexicographicallyPrecedes(second) }
      } else if one != two {
        return one < two
      } else {
        left.removeFirst()
        right.removeFirst()
      }
    }
    return left.isEmpty == right.isEmpty ? self < other : left.isEmpty
  }

  /// The digits at the beginning, without leading zeros.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> [UInt8] {
    let digits = bytes.prefix(while: isDigit)
    bytes = bytes.dropFirst(digits.count)
    return Array(digits.drop { $0 == 0x30 })
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
