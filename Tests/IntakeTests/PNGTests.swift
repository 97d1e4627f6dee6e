import Testing

@Suite struct PNGTests {
  @Test func tooManyPixelsAreRefused() {
    #expect(refusal(of: SmallFiles.png(width: 30_000, height: 30_000)) == "too_many_pixels")
    #expect(refusal(of: SmallFiles.png(width: .max, height: .max)) == "too_many_pixels")
    #expect(refusal(of: SmallFiles.png(width: 12_000, height: 10_000)) == nil)
  }

  @Test func cutAnywhereItIsRefused() {
    let whole = SmallFiles.png
    for count in 8..<whole.count {
      #expect(refusal(of: Array(whole.prefix(count))) == "truncated_image", "\(count) bytes")
    }
  }

  @Test func bytesBehindItsEndAreAccepted() {
    #expect(refusal(of: SmallFiles.png + [1, 2, 3]) == nil)
  }

  @Test func anotherFirstChunkIsDamage() {
    let bytes = SmallFiles.png(width: 8, height: 8, firstChunk: "IHDX")
    #expect(refusal(of: bytes) == "damaged_image")
  }

  @Test func aPictureWithoutSizeIsDamaged() {
    #expect(refusal(of: SmallFiles.png(width: 0, height: 8)) == "damaged_image")
    #expect(refusal(of: SmallFiles.png(width: 8, height: 0)) == "damaged_image")
  }

  @Test(arguments: [UInt8(0xFF), 0x80, 0x7F])
  func aChunkThatClaimsGigabytesIsTruncated(highest: UInt8) {
    var bytes = SmallFiles.png
    // The length of the chunk behind IHDR.
    bytes.replaceSubrange(33..<37, with: [highest, 0xFF, 0xFF, 0xF4])
    #expect(refusal(of: bytes) == "truncated_image")
  }

  @Test func aFirstChunkOfAnotherLengthIsDamage() {
    var bytes = SmallFiles.png
    bytes.replaceSubrange(8..<12, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(refusal(of: bytes) == "damaged_image")
  }
}
