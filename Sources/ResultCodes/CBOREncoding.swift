extension CBOR {
  /// Core deterministic encoding (RFC 8949, 4.2.1): shortest heads, map keys in bytewise order of
  /// their encodings.
  package var encoded: [UInt8] {
    switch self {
    case .integer(let value):
      value >= 0
        ? Self.head(.unsigned, UInt64(value)) : Self.head(.negative, UInt64(-(value + 1)))
    case .bytes(let bytes): Self.head(.bytes, UInt64(bytes.count)) + bytes
    case .text(let text): Self.head(.text, UInt64(text.utf8.count)) + Array(text.utf8)
    case .array(let items):
      Self.head(.array, UInt64(items.count)) + items.flatMap(\.encoded)
    case .map(let entries):
      Self.head(.map, UInt64(entries.count)) + Self.inOrder(entries).flatMap { $0.key + $0.value }
    }
  }

  private static func inOrder(_ entries: [Entry]) -> [(key: [UInt8], value: [UInt8])] {
    entries
      .map { (key: $0.key.encoded, value: $0.value.encoded) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  private static func head(_ type: MajorType, _ argument: UInt64) -> [UInt8] {
    let major = type.rawValue << 5
    return switch argument {
    case 0..<24: [major | UInt8(argument)]
    case 24...0xFF: [major | 24, UInt8(argument)]
    case 0x100...0xFFFF: [major | 25] + bigEndian(argument, bytes: 2)
    case 0x1_0000...0xFFFF_FFFF: [major | 26] + bigEndian(argument, bytes: 4)
    default: [major | 27] + bigEndian(argument, bytes: 8)
    }
  }

  private static func bigEndian(_ value: UInt64, bytes: Int) -> [UInt8] {
    (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  /// RFC 8949, 3.1.
  enum MajorType: UInt8 {
    case unsigned = 0
    case negative, bytes, text, array, map, tag, simple
  }
}
