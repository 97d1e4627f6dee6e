import Intake
import Testing

@Suite struct BMPTests {
  @Test(arguments: [(1, 0), (4, 0), (8, 0), (24, 0), (32, 0), (32, 3)])
  func usualPixelsAreAccepted(bits: Int, compression: Int) {
    let bytes = SmallFiles.bmp(width: 13, height: 7, bits: bits, compression: compression)
    #expect(refusal(of: bytes) == nil)
    let topDown = SmallFiles.bmp(width: 13, height: -7, bits: bits, compression: compression)
    #expect(refusal(of: topDown) == nil)
  }

  @Test(arguments: [(4, 2), (8, 1), (16, 0), (16, 3), (24, 1), (24, 4), (0, 4), (32, 1)])
  func otherPixelsAreNamed(bits: Int, compression: Int) {
    let bytes = SmallFiles.bmp(width: 13, height: 7, bits: bits, compression: compression)
    #expect(refusal(of: bytes) == "unsupported_bmp")
  }

  @Test func unusualMasksAndTheOldHeaderAreNamed() {
    let swapped = SmallFiles.bmp(
      width: 13, height: 7, bits: 32, compression: 3, masks: [0xFF, 0xFF00, 0xFF_0000])
    #expect(refusal(of: swapped) == "unsupported_bmp")
    var old = SmallFiles.bmp
    old[14] = 12
    #expect(refusal(of: old) == "unsupported_bmp")
  }

  @Test func tooManyPixelsAreRefusedBeforeTheyAreLookedFor() {
    #expect(claim(width: 30_000, height: 30_000) == "truncated_image")
    var limits = IntakeLimits.standard
    limits.pixels = 13 * 7 - 1
    #expect(refusal(of: SmallFiles.bmp, limits: limits) == "too_many_pixels")
    limits.pixels += 1
    #expect(refusal(of: SmallFiles.bmp, limits: limits) == nil)
  }

  @Test func cutAnywhereItIsRefused() {
    let whole = SmallFiles.bmp
    for count in 14..<whole.count {
      #expect(refusal(of: Array(whole.prefix(count))) == "truncated_image", "\(count) bytes")
    }
    #expect(refusal(of: whole + [1, 2, 3]) == nil)
  }

  @Test func impossibleSizesAreDamage() {
    #expect(claim(width: 0, height: 7) == "damaged_image")
    #expect(claim(width: -13, height: 7) == "damaged_image")
    #expect(claim(width: 13, height: 0) == "damaged_image")
    #expect(claim(width: 13, height: Int(Int32.min)) == "damaged_image")
    #expect(claim(width: Int(Int32.max), height: Int(Int32.max)) == "truncated_image")
  }

  /// How a small file is refused that claims another size.
  private func claim(width: Int, height: Int) -> String? {
    var bytes = SmallFiles.bmp
    bytes.replaceSubrange(18..<22, with: SmallFiles.little(width, 4))
    bytes.replaceSubrange(22..<26, with: SmallFiles.little(height, 4))
    return refusal(of: bytes)
  }
}

extension SmallFiles {
  static let bmp = bmp(width: 13, height: 7, bits: 24)

  /// - Parameter masks: of red, green and blue, where the compression is 3.
  static func bmp(
    width: Int, height: Int, bits: Int, compression: Int = 0,
    masks: [Int] = [0xFF_0000, 0xFF00, 0xFF]
  ) -> [UInt8] {
    let masks = compression == 3 ? masks.flatMap { little($0, 4) } : []
    let pixels = [UInt8](repeating: 7, count: (width * bits + 31) / 32 * 4 * abs(height))
    let header =
      little(40, 4) + little(width, 4) + little(height, 4) + little(1, 2) + little(bits, 2)
      + little(compression, 4) + [UInt8](repeating: 0, count: 20)
    let start = 14 + header.count + masks.count
    return Array("BM".utf8) + little(start + pixels.count, 4) + little(0, 4) + little(start, 4)
      + header + masks + pixels
  }
}
