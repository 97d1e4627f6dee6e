/// Of the two signatures (r, s) and (r, n−s), which are both valid under ECDSA, only the one with
/// the smaller s is made and taken here. Otherwise anybody could turn a genuine code into a second
/// one with other bytes.
enum LowS {
  /// Half of the order of P-256 (SEC 2, 2.4.2), rounded down, big-endian.
  private static let halfOrder: [UInt8] = [
    0x7F, 0xFF, 0xFF, 0xFF, 0x80, 0x00, 0x00, 0x00, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xDE, 0x73, 0x7D, 0x56, 0xD3, 0x8B, 0xCF, 0x42, 0x79, 0xDC, 0xE5, 0x61, 0x7E, 0x31, 0x92, 0xA8,
  ]
  private static let order: [UInt8] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
  ]

  static func isCanonical(_ signature: [UInt8]) -> Bool {
    signature.count == 64 && !halfOrder.lexicographicallyPrecedes(signature.suffix(32))
  }

  /// The canonical twin of a 64-byte signature r‖s.
  static func canonical(_ signature: [UInt8]) -> [UInt8] {
    guard signature.count == 64, !isCanonical(signature) else { return signature }
    return signature.prefix(32) + subtract(signature.suffix(32), from: order)
  }

  private static func subtract(_ value: ArraySlice<UInt8>, from minuend: [UInt8]) -> [UInt8] {
    var borrow = 0
    var difference: [UInt8] = []
    for (left, right) in zip(minuend.reversed(), value.reversed()) {
      let digit = Int(left) - Int(right) - borrow
      borrow = digit < 0 ? 1 : 0
      difference.append(UInt8(truncatingIfNeeded: digit))
    }
    return difference.reversed()
  }
}
