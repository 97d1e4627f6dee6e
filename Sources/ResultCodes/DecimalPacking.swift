/// Bytes as decimal digits, which a QR code packs into 3⅓ bits each and which are legal anywhere in
/// a URL.
///
/// Groups of 7 bytes, big-endian, become 17 digits; a last group of 1 to 6 bytes becomes 3, 5, 8,
/// 10, 13 or 15. The encoding is unique: a group that does not fit its bytes is refused, so that no
/// two texts mean the same bytes.
package enum DecimalPacking {
  /// Digits of a group by its number of bytes.
  private static let digitsOfGroup = [0, 3, 5, 8, 10, 13, 15, 17]
  private static let fullGroup = 7

  package static func digits(of bytes: some Collection<UInt8>) -> String {
    var text = ""
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let group = rest.prefix(fullGroup)
      let number = String(group.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
      text += String(repeating: "0", count: digitsOfGroup[group.count] - number.count) + number
      rest = rest.dropFirst(fullGroup)
    }
    return text
  }

  /// Nil where the text is not what `digits(of:)` makes of any bytes.
  package static func bytes(of digits: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(digits.utf8)[...]
    guard rest.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    while !rest.isEmpty {
      let group = rest.prefix(digitsOfGroup[fullGroup])
      guard let count = digitsOfGroup.firstIndex(of: group.count) else { return nil }
      let number = group.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 0x30) }
      guard number >> UInt64(8 * count) == 0 else { return nil }
      bytes += (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
      rest = rest.dropFirst(group.count)
    }
    return bytes
  }
}
