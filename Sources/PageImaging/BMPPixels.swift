/// BMP pixels as Leptonica reads them rightly.
enum BMPPixels {
  /// The same picture with 24 bits a pixel where it has 32: of those, Leptonica 1.82 takes red for blue, and refuses
  /// masks. What is no such picture comes back as it is.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard let width = number(at: 18, size: 4, in: bytes), width > 0,
      let signedHeight = number(at: 22, size: 4, in: bytes),
      number(at: 28, size: 2, in: bytes) == 32, let start = number(at: 10, size: 4, in: bytes)
    else { return bytes }
    let height = Int(Int32(truncatingIfNeeded: signedHeight).magnitude)
    let (count, overflow) = width.multipliedReportingOverflow(by: height)
    guard height > 0, !overflow, count <= (bytes.count - min(start, bytes.count)) / 4 else {
      return bytes
    }
    let rowBytes = (width * 24 + 31) / 32 * 4
    var plain = header(of: bytes, size: rowBytes * height)
    plain.reserveCapacity(plain.count + rowBytes * height)
    for row in 0..<height {
      var pixel = start + row * width * 4
      for _ in 0..<width {
        plain.append(contentsOf: bytes[pixel..<pixel + 3])
        pixel += 4
      }
      plain.append(contentsOf: repeatElement(0, count: rowBytes - width * 3))
    }
    return plain
  }

  /// File header and information header (40 bytes) with the picture's width, height and resolution.
  private static func header(of bytes: [UInt8], size: Int) -> [UInt8] {
    var header = Array(bytes.prefix(54))
    func set(_ value: Int, at offset: Int, size: Int) {
      for index in 0..<size {
        header[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
      }
    }
    set(54 + size, at: 2, size: 4)
    set(54, at: 10, size: 4)
    set(40, at: 14, size: 4)
    set(24, at: 28, size: 2)
    set(0, at: 30, size: 4)
    set(size, at: 34, size: 4)
    // No palette.
    set(0, at: 46, size: 8)
    return header
  }

  private static func number(at offset: Int, size: Int, in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 54 else { return nil }
    return bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
