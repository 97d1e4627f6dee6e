/// Numbers out of bytes that nobody vouches for: every read is checked.
struct ByteReader {
  let bytes: [UInt8]
  let isLittleEndian: Bool

  func uint16(at offset: Int) -> Int? { number(at: offset, size: 2) }
  func uint32(at offset: Int) -> Int? { number(at: offset, size: 4) }
  func int32(at offset: Int) -> Int? {
    uint32(at: offset).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  private func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    var value = 0
    for index in 0..<size {
      value = value << 8 | Int(bytes[isLittleEndian ? offset + size - 1 - index : offset + index])
    }
    return value
  }
}
