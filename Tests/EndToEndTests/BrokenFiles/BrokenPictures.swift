import PortableDocument

/// Pictures that lie about their size, loop, or swell.
enum BrokenPictures {
  static var all: [BrokenFile] { png + jpeg + tiff + others }

  private static var png: [BrokenFile] {
    [(0, 9), (9, 0), (100_000, 100_000), (0xFFFF_FFFF, 1), (0x7FFF_FFFF, 0x7FFF_FFFF)].map {
      BrokenFile("png-\($0)x\($1).png", SmallFiles.pngHeader(UInt32($0), UInt32($1)))
    } + [
      BrokenFile("png-without-pixels.png", SmallFiles.png(9_000, 9_000, pixels: [])),
      BrokenFile("png-largest-blank.png", largestBlank),
      BrokenFile("png-of-noise.png", SmallFiles.png(500, 500, pixels: noise(90_000))),
      BrokenFile("png-of-text.png", textBomb),
    ]
  }

  /// As many pixels as are allowed, from a hundred kilobytes.
  private static var largestBlank: [UInt8] {
    let pixels = [UInt8](repeating: 0, count: 10_900 * 10_901)
    return SmallFiles.png(10_900, 10_900, pixels: (try? Deflate.compress(pixels)) ?? [])
  }

  /// Comments that take a hundred megabytes each.
  private static var textBomb: [UInt8] {
    let bomb = (try? Deflate.compress([UInt8](repeating: 0x20, count: 32 << 20))) ?? []
    let comments = (0..<8).map { _ in ("zTXt", Array("a\0\0".utf8) + bomb) }
    let row = [UInt8](repeating: 255, count: 9 * 10)
    return SmallFiles.png(9, 9, pixels: (try? Deflate.compress(row)) ?? [], before: comments)
  }

  private static var jpeg: [BrokenFile] {
    [
      BrokenFile("jpeg-zero.jpg", jpegHead(0, 0) + jpegEnd),
      BrokenFile("jpeg-gigapixel.jpg", jpegHead(65_535, 65_535) + jpegEnd),
      BrokenFile("jpeg-without-scan.jpg", jpegHead(500, 500) + jpegEnd),
      BrokenFile("jpeg-two-sizes.jpg", jpegHead(10, 10) + jpegHead(60_000, 60_000) + jpegEnd),
      BrokenFile("jpeg-of-scans.jpg", scans(3_000)),
      BrokenFile("jpeg-of-noise.jpg", jpegHead(500, 500) + noise(90_000) + jpegEnd),
    ]
  }

  private static let jpegEnd: [UInt8] = [0xFF, 0xD9]

  /// SOI and SOF2 of one component (T.81, B.2.2).
  private static func jpegHead(_ width: Int, _ height: Int) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, UInt8(height >> 8), UInt8(height & 255)]
      + [UInt8(width >> 8), UInt8(width & 255), 1, 1, 0x11, 0]
  }

  /// Progressive, each scan a few bytes that say "nothing" for millions of blocks (T.81, G.1.2.2: EOB14).
  private static func scans(_ count: Int) -> [UInt8] {
    let quantization: [UInt8] = [0xFF, 0xDB, 0, 67, 0] + [UInt8](repeating: 1, count: 64)
    let table: [UInt8] =
      [0xFF, 0xC4, 0, 20, 0x10, 1] + [UInt8](repeating: 0, count: 15) + [0xE0]
    // Code 0, then fourteen ones: 32,767 blocks.
    let bits = (0..<60).flatMap { _ in [false] + [Bool](repeating: true, count: 14) }
    var data: [UInt8] = []
    for start in stride(from: 0, to: bits.count, by: 8) {
      let byte = (0..<8).reduce(UInt8(0)) { value, offset in
        value << 1 | (start + offset < bits.count && bits[start + offset] ? 1 : 0)
      }
      data += byte == 0xFF ? [0xFF, 0] : [byte]
    }
    var file = jpegHead(10_000, 10_000)
    file.insert(contentsOf: quantization + table, at: 2)
    for scan in 0..<count {
      let place = UInt8(1 + scan % 63)
      file += [0xFF, 0xDA, 0, 8, 1, 1, 0, place, place, 0] + data
    }
    return file + jpegEnd
  }

  private static var tiff: [BrokenFile] {
    let picture: [(UInt16, UInt32)] = [(256, 9), (257, 9), (258, 8), (262, 1), (273, 8), (279, 81)]
    return [
      BrokenFile("tiff-in-a-circle.tif", tiff([picture], next: 8)),
      BrokenFile("tiff-many-pages.tif", tiff(Array(repeating: picture, count: 5_000))),
      BrokenFile("tiff-gigapixel.tif", tiff([changed(picture, [256: 99_999, 257: 99_999])])),
      BrokenFile("tiff-zero.tif", tiff([changed(picture, [256: 0])])),
      BrokenFile("tiff-99-bits.tif", tiff([changed(picture, [258: 99])])),
      BrokenFile("tiff-data-beyond.tif", tiff([changed(picture, [273: 0xFFFF_FF00])])),
      BrokenFile(
        "tiff-data-huge.tif", tiff([changed(picture, [256: 9_000, 257: 9_000, 279: 0x7FFF_FFFF])])),
      BrokenFile("tiff-tiles-of-nothing.tif", tiff([picture + [(322, 0), (323, 0)]])),
      BrokenFile("tiff-samples.tif", tiff([picture + [(277, 65_535)]])),
      BrokenFile("tiff-rows-of-nothing.tif", tiff([picture + [(278, 0)]])),
    ]
      + [2, 3, 4, 5, 7, 8, 32_773, 34_712, 50_000].map { compression in
        BrokenFile(
          "tiff-compressed-\(compression).tif",
          tiff(
            [changed(picture + [(259, compression)], [256: 3_000, 257: 3_000])], data: noise(999)))
      } + [
        BrokenFile("tiff-big.tif", Array("II".utf8) + [43, 0, 8, 0, 0, 0] + noise(99)),
        BrokenFile("tiff-entries.tif", Array("II*\0".utf8) + [8, 0, 0, 0, 255, 255] + noise(999)),
      ]
  }

  private static func changed(
    _ entries: [(UInt16, UInt32)], _ values: [UInt16: UInt32]
  ) -> [(UInt16, UInt32)] {
    entries.map { ($0, values[$0] ?? $1) }
  }

  /// Directories of LONG values, one after the other; the data of every strip is at 8.
  private static func tiff(
    _ directories: [[(UInt16, UInt32)]], next: UInt32? = nil,
    data: [UInt8] = [UInt8](repeating: 128, count: 81)
  ) -> [UInt8] {
    var file = Array("II*\0".utf8) + le(UInt32(8 + data.count)) + data
    for (index, entries) in directories.enumerated() {
      file += le16(UInt16(entries.count))
      for (tag, value) in entries.sorted(by: { $0.0 < $1.0 }) {
        file += le16(tag) + le16(4) + le(1) + le(value)
      }
      let following = index + 1 < directories.count ? UInt32(file.count + 4) : 0
      file += le(next.map { $0 + UInt32(data.count) } ?? following)
    }
    return file
  }

  private static var others: [BrokenFile] {
    let sizes: [(Int32, Int32)] = [
      (0, 0), (-9, 9), (9, -9), (99_999, 99_999), (.max, .max), (.min, .min),
    ]
    return sizes.map { BrokenFile("bmp-\($0)x\($1).bmp", bmp($0, $1)) } + [
      BrokenFile("bmp-77-bits.bmp", bmp(9, 9, bits: 77)),
      BrokenFile("bmp-data-beyond.bmp", bmp(9, 9, offset: .max)),
      BrokenFile("webp-animated.webp", webp("VP8X", [2, 0, 0, 0, 8, 0, 0, 8, 0, 0])),
      BrokenFile(
        "webp-huge.webp", webp("VP8X", [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])),
      BrokenFile("webp-of-noise.webp", webp("VP8L", [0x2F] + noise(999))),
      BrokenFile(
        "webp-lossy-noise.webp", webp("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 9, 0, 9, 0] + noise(99))),
      BrokenFile("gif.gif", Array("GIF89a".utf8) + noise(99)),
      BrokenFile("zip.pdf", Array("PK\u{3}\u{4}".utf8) + noise(99)),
      BrokenFile("nothing.jpg", []),
    ]
  }

  private static func bmp(
    _ width: Int32, _ height: Int32, bits: UInt16 = 24, offset: UInt32 = 54
  ) -> [UInt8] {
    Array("BM".utf8) + le(1_000) + le(0) + le(offset) + le(40) + le(UInt32(bitPattern: width))
      + le(UInt32(bitPattern: height)) + le16(1) + le16(bits) + le(0) + le(0) + le(0) + le(0)
      + le(0) + le(0) + noise(946)
  }

  private static func webp(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array("WEBP\(type)".utf8) + le(UInt32(data.count)) + data
    return Array("RIFF".utf8) + le(UInt32(body.count)) + body
  }

  private static func le(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func le16(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }

  private static func noise(_ count: Int) -> [UInt8] {
    var numbers = SeededNumbers(seed: count)
    return (0..<count).map { _ in .random(in: 0...255, using: &numbers) }
  }
}
