/// Little-endian values taken from the front of a part of a model; nil once they are used up or make no sense.
struct LineModelBytes {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func byte() -> UInt8? { rest.popFirst() }

  /// A count or a code of 32 bits.
  mutating func number(upTo limit: Int = 1 << 20) -> Int? {
    guard let bytes = take(4) else { return nil }
    let value = Int(Int32(truncatingIfNeeded: bytes.reversed().reduce(0) { $0 << 8 | Int($1) }))
    return (0...limit).contains(value) ? value : nil
  }

  mutating func text() -> String? {
    guard let length = number(upTo: 4096), let bytes = take(length) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  mutating func doubles() -> [Double]? {
    guard let count = number(), let bytes = take(8 * count) else { return nil }
    let first = bytes.startIndex
    let values = (0..<count).map { index in
      Double(
        bitPattern: (0..<8).reversed().reduce(UInt64(0)) {
          $0 << 8 | UInt64(bytes[first + 8 * index + $1])
        })
    }
    return values.allSatisfy(\.isFinite) ? values : nil
  }
}
