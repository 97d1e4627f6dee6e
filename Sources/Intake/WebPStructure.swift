import Cases

/// The chunks of a WebP (RFC 9649, section 2): its size, and whether its data are all there.
enum WebPStructure {
  /// Of the canvas and of the picture on it; a decoder takes memory for either.
  static func sizes(in bytes: [UInt8]) throws(Problem) -> [PictureSize] {
    let reader = ByteReader(bytes: bytes, isLittleEndian: true)
    guard let length = reader.uint32(at: 4) else { throw .truncatedImage }
    let end = 8 + length
    guard end <= bytes.count else { throw .truncatedImage }
    var sizes: [PictureSize] = []
    var hasPicture = false
    var offset = 12
    while let chunk = Chunk(at: offset, before: end, reader) {
      switch chunk.name {
      case "VP8X": sizes.append(try canvas(of: chunk, reader))
      case "VP8 ": sizes.append(try lossySize(of: chunk, reader))
      case "VP8L": sizes.append(try losslessSize(of: chunk, reader))
      case "ANIM", "ANMF": throw .animatedPicture
      default: break
      }
      if chunk.name == "VP8 " || chunk.name == "VP8L" { hasPicture = true }
      offset = chunk.next
    }
    guard hasPicture else { throw offset < end ? .truncatedImage : .damagedImage }
    return sizes
  }

  /// A name, a length, and that many bytes; the next begins at an even place.
  private struct Chunk {
    let name: String
    let start: Int
    let length: Int
    var next: Int { start + length + length % 2 }

    init?(at offset: Int, before end: Int, _ reader: ByteReader) {
      guard let length = reader.uint32(at: offset + 4), length <= end - offset - 8 else {
        return nil
      }
      name = String(decoding: reader.bytes[offset..<offset + 4], as: UTF8.self)
      (start, self.length) = (offset + 8, length)
    }
  }

  /// Flags, then width and height less one in 24 bits each (2.7). Bit 1 of the flags: an animation.
  private static func canvas(of chunk: Chunk, _ reader: ByteReader) throws(Problem) -> PictureSize {
    guard chunk.length >= 10, let width = reader.uint32(at: chunk.start + 4),
      let height = reader.uint32(at: chunk.start + 6)
    else { throw .damagedImage }
    guard reader.bytes[chunk.start] & 2 == 0 else { throw .animatedPicture }
    return PictureSize(width: width & 0xFF_FFFF + 1, height: height >> 8 + 1)
  }

  /// A key frame's tag, its start code, then width and height in 14 bits each (RFC 6386, 9.1).
  private static func lossySize(of chunk: Chunk, _ reader: ByteReader) throws(Problem)
    -> PictureSize
  {
    guard chunk.length >= 10, reader.bytes[chunk.start] & 1 == 0,
      reader.bytes[chunk.start + 3..<chunk.start + 6] == [0x9D, 0x01, 0x2A],
      let width = reader.uint16(at: chunk.start + 6),
      let height = reader.uint16(at: chunk.start + 8),
      width & 0x3FFF > 0, height & 0x3FFF > 0
    else { throw .damagedImage }
    return PictureSize(width: width & 0x3FFF, height: height & 0x3FFF)
  }

  /// A signature, then width and height less one in 14 bits each (RFC 9649, 3.4).
  private static func losslessSize(of chunk: Chunk, _ reader: ByteReader) throws(Problem)
    -> PictureSize
  {
    guard chunk.length >= 5, reader.bytes[chunk.start] == 0x2F,
      let bits = reader.uint32(at: chunk.start + 1)
    else { throw .damagedImage }
    return PictureSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
  }
}
