import Cases

/// The chunks of a PNG (ISO/IEC 15948, clause 5): its size, and whether it has an end.
enum PNGStructure {
  static func size(in bytes: [UInt8]) throws(Problem) -> PictureSize {
    let reader = ByteReader(bytes: bytes, isLittleEndian: false)
    guard let length = reader.uint32(at: 8), let width = reader.uint32(at: 16),
      let height = reader.uint32(at: 20)
    else { throw .truncatedImage }
    guard length == 13, bytes[12..<16].elementsEqual("IHDR".utf8), width > 0, height > 0 else {
      throw .damagedImage
    }
    try requireEnd(of: bytes, reader)
    return PictureSize(width: width, height: height)
  }

  /// Chunk after chunk (length, type, data, check) up to IEND.
  private static func requireEnd(of bytes: [UInt8], _ reader: ByteReader) throws(Problem) {
    var offset = 8
    while let length = reader.uint32(at: offset), offset + 12 <= bytes.count - length {
      if bytes[offset + 4..<offset + 8].elementsEqual("IEND".utf8) { return }
      offset += 12 + length
    }
    throw .truncatedImage
  }
}
