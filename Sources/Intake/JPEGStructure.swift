import Cases

/// The marker segments of a JPEG (ITU-T T.81, annex B): its size, and whether it has an end.
enum JPEGStructure {
  private static let startOfScan: UInt8 = 0xDA
  /// Each scan of a progressive JPEG goes over the whole picture, and may itself be a few bytes. Cameras write about ten.
  private static let mostScans = 100

  static func size(in bytes: [UInt8]) throws(Problem) -> PictureSize {
    let reader = ByteReader(bytes: bytes, isLittleEndian: false)
    var size: PictureSize?
    var offset = 2
    var marker: UInt8 = 0
    while marker != startOfScan {
      marker = try nextMarker(in: bytes, from: &offset)
      guard let length = reader.uint16(at: offset) else { throw .truncatedImage }
      guard length >= 2 else { throw .damagedImage }
      if isFrameHeader(marker) {
        guard size == nil else { throw .damagedImage }
        size = try frameSize(at: offset, reader)
      }
      offset += length
      guard offset < bytes.count else { throw .truncatedImage }
    }
    guard let size, scans(in: bytes, from: offset) <= mostScans else { throw .damagedImage }
    guard hasEnd(bytes, from: offset) else { throw .truncatedImage }
    return size
  }

  /// The marker at `offset`, which then stands behind it. Fill bytes 0xFF may precede it (B.1.1.2).
  private static func nextMarker(in bytes: [UInt8], from offset: inout Int) throws(Problem)
    -> UInt8
  {
    guard offset < bytes.count else { throw .truncatedImage }
    guard bytes[offset] == 0xFF else { throw .damagedImage }
    while offset < bytes.count, bytes[offset] == 0xFF { offset += 1 }
    guard offset < bytes.count else { throw .truncatedImage }
    let marker = bytes[offset]
    offset += 1
    // Stuffing, TEM, RST, SOI and EOI stand alone and have no place before the first scan.
    guard marker > 0x01, !(0xD0...0xD9).contains(marker) else { throw .damagedImage }
    return marker
  }

  /// Length, precision, then height and width (B.2.2). Height 0 would be told after the scan, which nobody does.
  private static func frameSize(at offset: Int, _ reader: ByteReader) throws(Problem)
    -> PictureSize
  {
    guard let height = reader.uint16(at: offset + 3), let width = reader.uint16(at: offset + 5)
    else { throw .truncatedImage }
    guard width > 0, height > 0 else { throw .damagedImage }
    return PictureSize(width: width, height: height)
  }

  /// SOF0 to SOF15 without DHT, JPG and DAC, which share their range (table B.1).
  private static func isFrameHeader(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }

  /// How many scans begin, the first one included: in compressed data 0xFF 0xDA can be nothing else.
  private static func scans(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 1
      for offset in start..<max(start, bytes.count - 1)
      where bytes[offset] == 0xFF && bytes[offset + 1] == startOfScan {
        count += 1
      }
      return count
    }
  }

  /// EOI after the first scan: in compressed data 0xFF 0xD9 can be nothing else. Looked for from the end: cameras
  /// append other data behind it.
  private static func hasEnd(_ bytes: [UInt8], from start: Int) -> Bool {
    var offset = bytes.count - 2
    while offset >= start {
      if bytes[offset] == 0xFF && bytes[offset + 1] == 0xD9 { return true }
      offset -= 1
    }
    return false
  }
}
