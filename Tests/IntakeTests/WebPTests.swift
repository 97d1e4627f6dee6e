import Testing

@Suite struct WebPTests {
  @Test func bothWaysOfCompressionAreAccepted() {
    #expect(refusal(of: SmallFiles.webp([SmallFiles.lossy(width: 800, height: 600)])) == nil)
    #expect(refusal(of: SmallFiles.webp([SmallFiles.lossless(width: 800, height: 600)])) == nil)
    let extended = [
      SmallFiles.canvas(width: 800, height: 600), SmallFiles.lossy(width: 800, height: 600),
      SmallFiles.riff("EXIF", [1, 2, 3]),
    ]
    #expect(refusal(of: SmallFiles.webp(extended)) == nil)
  }

  @Test func tooManyPixelsAreRefusedWhereverTheyAreClaimed() {
    let small = SmallFiles.lossy(width: 8, height: 8)
    let large = [
      [SmallFiles.lossy(width: 16_000, height: 16_000)],
      [SmallFiles.lossless(width: 16_384, height: 16_384)],
      [SmallFiles.canvas(width: 1 << 24, height: 1 << 24), small],
      [SmallFiles.canvas(width: 8, height: 8), SmallFiles.lossless(width: 16_384, height: 16_384)],
    ]
    for chunks in large { #expect(refusal(of: SmallFiles.webp(chunks)) == "too_many_pixels") }
    #expect(refusal(of: SmallFiles.webp([SmallFiles.lossy(width: 12_000, height: 10_000)])) == nil)
  }

  @Test func cutAnywhereItIsRefused() {
    let whole = SmallFiles.webp([
      SmallFiles.canvas(width: 8, height: 8), SmallFiles.lossless(width: 8, height: 8),
    ])
    for count in 12..<whole.count {
      #expect(refusal(of: Array(whole.prefix(count))) == "truncated_image", "\(count) bytes")
    }
    #expect(refusal(of: whole + [1, 2, 3]) == nil)
  }

  @Test func animationsAreNamed() {
    let still = SmallFiles.lossy(width: 8, height: 8)
    let flagged = SmallFiles.canvas(width: 8, height: 8, flags: 2)
    #expect(refusal(of: SmallFiles.webp([flagged, still])) == "animated_picture")
    let frames = [
      SmallFiles.canvas(width: 8, height: 8), SmallFiles.riff("ANIM", [0, 0, 0, 0, 0, 0]), still,
    ]
    #expect(refusal(of: SmallFiles.webp(frames)) == "animated_picture")
  }

  @Test func aFileWithoutAPictureIsDamaged() {
    #expect(refusal(of: SmallFiles.webp([])) == "damaged_image")
    #expect(refusal(of: SmallFiles.webp([SmallFiles.riff("EXIF", [1])])) == "damaged_image")
    #expect(refusal(of: SmallFiles.webp([SmallFiles.riff("VP8 ", [1, 2, 3])])) == "damaged_image")
    let empty = SmallFiles.webp([SmallFiles.lossy(width: 0, height: 8)])
    #expect(refusal(of: empty) == "damaged_image")
  }

  @Test func aChunkThatClaimsGigabytesIsTruncated() {
    var bytes = SmallFiles.webp([SmallFiles.lossy(width: 8, height: 8)])
    bytes.replaceSubrange(16..<20, with: [0xF4, 0xFF, 0xFF, 0xFF])
    #expect(refusal(of: bytes) == "truncated_image")
  }
}

extension SmallFiles {
  static let webp = webp([lossy(width: 800, height: 600)])

  /// RFC 9649, 2.3 to 2.7; only what is looked at before decoding.
  static func webp(_ chunks: [[UInt8]]) -> [UInt8] {
    riff("RIFF", Array("WEBP".utf8) + chunks.flatMap(\.self))
  }

  static func lossy(width: Int, height: Int) -> [UInt8] {
    riff("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little(width, 2) + little(height, 2))
  }

  static func lossless(width: Int, height: Int) -> [UInt8] {
    riff("VP8L", [0x2F] + little(width - 1 | (height - 1) << 14, 4))
  }

  static func canvas(width: Int, height: Int, flags: UInt8 = 0) -> [UInt8] {
    riff("VP8X", [flags, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
  }

  static func riff(_ name: String, _ data: [UInt8]) -> [UInt8] {
    Array(name.utf8) + little(data.count, 4) + data + (data.count % 2 == 0 ? [] : [0])
  }

  static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
