import Testing

@Suite struct JPEGTests {
  @Test func cutAnywhereItIsRefused() {
    let whole = SmallFiles.jpeg
    for count in 3..<whole.count {
      #expect(refusal(of: Array(whole.prefix(count))) == "truncated_image", "\(count) bytes")
    }
  }

  @Test func withoutItsEndItIsTruncatedHoweverLongItIs() {
    let bytes = SmallFiles.jpeg.dropLast(2) + [UInt8](repeating: 0x55, count: 100_000)
    #expect(refusal(of: Array(bytes)) == "truncated_image")
  }

  @Test func bytesBehindItsEndAreAccepted() {
    #expect(refusal(of: SmallFiles.jpeg + [UInt8](repeating: 0, count: 5_000)) == nil)
  }

  @Test func fillBytesBeforeAMarkerAreAccepted() {
    let bytes =
      SmallFiles.jpegStart + [0xFF, 0xFF, 0xFF]
      + SmallFiles.jpegFrame(width: 8, height: 8) + [0xFF] + SmallFiles.jpegScan + [0xFF, 0xD9]
    #expect(refusal(of: bytes) == nil)
  }

  @Test func aProgressivePictureOfSeveralScansIsAccepted() {
    let frame = SmallFiles.jpegFrame(width: 8, height: 8, marker: 0xC2)
    let scans = SmallFiles.jpegScan + SmallFiles.jpegScan + SmallFiles.jpegScan
    #expect(refusal(of: SmallFiles.jpegStart + frame + scans + [0xFF, 0xD9]) == nil)
    #expect(refusal(of: SmallFiles.jpegStart + frame + scans) == "truncated_image")
  }

  @Test func tooManyPixelsAreRefused() {
    #expect(refusal(of: SmallFiles.jpeg(width: 65_535, height: 65_535)) == "too_many_pixels")
    #expect(refusal(of: SmallFiles.jpeg(width: 12_000, height: 10_000)) == nil)
    #expect(refusal(of: SmallFiles.jpeg(width: 12_001, height: 10_000)) == "too_many_pixels")
  }

  @Test func aSecondFrameCannotHideTheFirst() {
    let bytes =
      SmallFiles.jpegStart + SmallFiles.jpegFrame(width: 65_535, height: 65_535)
      + SmallFiles.jpegFrame(width: 8, height: 8) + SmallFiles.jpegScan + [0xFF, 0xD9]
    #expect(refusal(of: bytes) == "damaged_image")
  }

  @Test func aPictureWithoutSizeIsDamaged() {
    #expect(refusal(of: SmallFiles.jpeg(width: 0, height: 600)) == "damaged_image")
    #expect(refusal(of: SmallFiles.jpeg(width: 800, height: 0)) == "damaged_image")
    let noFrame = SmallFiles.jpegStart + SmallFiles.jpegScan + [0xFF, 0xD9]
    #expect(refusal(of: noFrame) == "damaged_image")
  }

  @Test func markersOutOfPlaceAreDamage() {
    let start = SmallFiles.jpegStart
    let rest = SmallFiles.jpegFrame(width: 8, height: 8) + SmallFiles.jpegScan + [0xFF, 0xD9]
    #expect(refusal(of: start + [0xFF, 0xD9] + rest) == "damaged_image")
    #expect(refusal(of: start + [0xFF, 0x00] + rest) == "damaged_image")
    #expect(refusal(of: start + [0x20] + rest) == "damaged_image")
    #expect(refusal(of: start + [0xFF, 0xFE, 0, 1] + rest) == "damaged_image")
  }
}
