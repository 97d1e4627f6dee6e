import Cases

/// The headers of a BMP (Windows GDI, BITMAPFILEHEADER and BITMAPINFOHEADER): its size, whether its pixels are of a
/// form that is read, and whether they are all there.
enum BMPStructure {
  static func size(in bytes: [UInt8]) throws(Problem) -> PictureSize {
    let reader = ByteReader(bytes: bytes, isLittleEndian: true)
    guard let data = reader.uint32(at: 10), let header = reader.uint32(at: 14),
      let width = reader.int32(at: 18), let height = reader.int32(at: 22),
      let bits = reader.uint16(at: 28), let compression = reader.uint32(at: 30)
    else { throw .truncatedImage }
    // 12 bytes: that of OS/2, of another form. Version 5 has 124.
    guard header != 12 else { throw .unsupportedBMP }
    guard (40...124).contains(header), width > 0, height != 0, height > Int(Int32.min) else {
      throw .damagedImage
    }
    try requirePlainPixels(bits: bits, compression: compression, reader)
    let size = PictureSize(width: width, height: abs(height))
    // Rows are filled up to 32 bits.
    let rowBytes = (width * bits + 31) / 32 * 4
    let (pixelBytes, overflow) = rowBytes.multipliedReportingOverflow(by: size.height)
    guard data >= 14 + header else { throw .damagedImage }
    guard !overflow, pixelBytes <= bytes.count - data else { throw .truncatedImage }
    return size
  }

  /// Uncompressed, or 32 bits with masks that say blue, green, red, as without masks.
  private static func requirePlainPixels(
    bits: Int, compression: Int, _ reader: ByteReader
  ) throws(Problem) {
    switch (bits, compression) {
    case (1, 0), (4, 0), (8, 0), (24, 0), (32, 0): return
    case (32, 3):
      let masks = [54, 58, 62].map { reader.uint32(at: $0) }
      guard masks == [0xFF_0000, 0xFF00, 0xFF] else { throw .unsupportedBMP }
    default: throw .unsupportedBMP
    }
  }
}
