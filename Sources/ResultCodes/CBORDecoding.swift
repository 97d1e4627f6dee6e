extension CBOR {
  /// Decodes exactly one item and accepts only what `encoded` would have made: no longer heads, no
  /// unsorted or repeated keys, no indefinite lengths, no invalid UTF-8, nothing after the end, at
  /// most four levels.
  package init(decoding bytes: [UInt8]) throws(CBORFault) {
    var reader = CBORReader(bytes: bytes)
    self = try reader.item(depth: 0)
    guard reader.isAtEnd else { throw .trailingBytes }
  }
}

/// Why bytes are not the deterministic encoding of one item.
package enum CBORFault: Error, Sendable, Equatable {
  case cutShort, trailingBytes, tooDeep
  case notShortest, indefiniteLength, unsupportedType, integerTooLarge
  case invalidText, keysOutOfOrder
}

private struct CBORReader {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }
  var left: Int { bytes.count - position }

  mutating func item(depth: Int) throws(CBORFault) -> CBOR {
    guard depth <= 4 else { throw .tooDeep }
    let (type, argument) = try head()
    switch type {
    case .unsigned: return .integer(try integer(argument))
    case .negative: return .integer(-1 - (try integer(argument)))
    case .bytes: return .bytes(Array(try take(argument)))
    case .text: return .text(try text(argument))
    case .array: return .array(try items(argument, depth: depth + 1))
    case .map: return .map(try entries(argument, depth: depth + 1))
    case .tag, .simple: throw .unsupportedType
    }
  }

  private mutating func head() throws(CBORFault) -> (CBOR.MajorType, UInt64) {
    guard let first = try take(1).first, let type = CBOR.MajorType(rawValue: first >> 5) else {
      throw .cutShort
    }
    guard type != .tag, type != .simple else { throw .unsupportedType }
    switch first & 0x1F {
    case let small where small < 24: return (type, UInt64(small))
    case let size where size <= 27:
      let count = 1 << Int(size - 24)
      let argument = try take(UInt64(count)).reduce(0) { $0 << 8 | UInt64($1) }
      let least: UInt64 = count == 1 ? 24 : 1 << (4 * UInt64(count))
      guard argument >= least else { throw .notShortest }
      return (type, argument)
    case 31: throw .indefiniteLength
    default: throw .unsupportedType
    }
  }

  private func integer(_ argument: UInt64) throws(CBORFault) -> Int64 {
    guard let value = Int64(exactly: argument) else { throw .integerTooLarge }
    return value
  }

  private mutating func take(_ count: UInt64) throws(CBORFault) -> ArraySlice<UInt8> {
    guard count <= UInt64(left) else { throw .cutShort }
    defer { position += Int(count) }
    return bytes[position..<position + Int(count)]
  }

  private mutating func text(_ count: UInt64) throws(CBORFault) -> String {
    guard let text = String(validating: try take(count), as: UTF8.self) else { throw .invalidText }
    return text
  }

  private mutating func items(_ count: UInt64, depth: Int) throws(CBORFault) -> [CBOR] {
    // Every item takes a byte at least, so that a large count costs no memory.
    guard count <= UInt64(left) else { throw .cutShort }
    var items: [CBOR] = []
    for _ in 0..<count { items.append(try item(depth: depth)) }
    return items
  }

  private mutating func entries(_ count: UInt64, depth: Int) throws(CBORFault) -> [CBOR.Entry] {
    guard count <= UInt64(left / 2) else { throw .cutShort }
    var entries: [CBOR.Entry] = []
    var previous: ArraySlice<UInt8> = []
    for _ in 0..<count {
      let start = position
      let key = try item(depth: depth)
      let encodedKey = bytes[start..<position]
      guard previous.lexicographicallyPrecedes(encodedKey) else { throw .keysOutOfOrder }
      previous = encodedKey
      entries.append(CBOR.Entry(key, try item(depth: depth)))
    }
    return entries
  }
}
