import Intake
import Testing

@Suite struct TIFFTests {
  @Test(arguments: [SmallTIFF.Order.little, .big])
  func bothByteOrdersAreAccepted(order: SmallTIFF.Order) {
    #expect(refusal(of: SmallTIFF(order: order).bytes) == nil)
    let large = SmallTIFF(
      order: order, directories: [SmallTIFF.picture(width: 30_000, height: 30_000)])
    #expect(refusal(of: large.bytes) == "too_many_pixels")
  }

  @Test func cutAnywhereItIsRefused() {
    let whole = SmallTIFF(
      directories: [
        SmallTIFF.picture(), SmallTIFF.picture(offsets: [0, 4, 8], counts: [4, 4, 4]),
      ]
    ).bytes
    #expect(refusal(of: whole) == nil)
    for count in 4..<whole.count {
      #expect(refusal(of: Array(whole.prefix(count))) == "truncated_image", "\(count) bytes")
    }
  }

  @Test func everyPictureIsLookedAt() {
    let pictures = [SmallTIFF.picture(), SmallTIFF.picture(width: 1_000_000, height: 60_000)]
    #expect(refusal(of: SmallTIFF(directories: pictures).bytes) == "too_many_pixels")
  }

  @Test func tooManyPagesAreRefused() {
    let page = SmallTIFF.picture()
    let full = SmallTIFF(directories: Array(repeating: page, count: 200))
    let over = SmallTIFF(directories: Array(repeating: page, count: 5_000))
    #expect(refusal(of: full.bytes) == nil)
    #expect(refusal(of: over.bytes) == "too_many_pages")
  }

  @Test func aLoopOfDirectoriesIsDamage() {
    let loop = SmallTIFF(
      directories: [SmallTIFF.picture(), SmallTIFF.picture()], lastNext: SmallTIFF.firstDirectory)
    #expect(refusal(of: loop.bytes) == "damaged_image")
  }

  @Test func aDirectoryOutsideTheFileIsTruncation() {
    #expect(refusal(of: SmallTIFF(lastNext: 0xFFFF_FFFF).bytes) == "truncated_image")
    #expect(refusal(of: SmallTIFF(lastNext: 5_000).bytes) == "truncated_image")
  }

  @Test func noDirectoryIsDamage() {
    #expect(refusal(of: [0x49, 0x49, 42, 0, 0, 0, 0, 0]) == "damaged_image")
    #expect(refusal(of: SmallTIFF(directories: [[]]).bytes) == "damaged_image")
  }

  @Test(arguments: [([UInt32(4)], [UInt32(1_000_000)]), ([0xFFFF_FFFF], [1]), ([1], [0xFFFF_FFFF])])
  func aStripOutsideTheFileIsTruncation(offsets: [UInt32], counts: [UInt32]) {
    let picture = SmallTIFF.picture(offsets: offsets, counts: counts)
    #expect(refusal(of: SmallTIFF(directories: [picture]).bytes) == "truncated_image")
  }

  @Test func offsetsWithoutTheirCountsAreDamage() {
    let picture = SmallTIFF.picture(offsets: [0, 4], counts: [4])
    #expect(refusal(of: SmallTIFF(directories: [picture]).bytes) == "damaged_image")
    let missing = SmallTIFF.picture().filter { $0.tag != 279 }
    #expect(refusal(of: SmallTIFF(directories: [missing]).bytes) == "damaged_image")
    let none = SmallTIFF.picture(offsets: [], counts: [])
    #expect(refusal(of: SmallTIFF(directories: [none]).bytes) == "damaged_image")
  }

  @Test(arguments: [UInt32(1_000_000_000), .max, 0x4000_0000, 0x8000_0001])
  func claimedNumbersOfStripsAreNotBelieved(claimed: UInt32) {
    var picture = SmallTIFF.picture(offsets: [0, 0], counts: [8, 8])
    for index in [2, 3] { picture[index].claimedCount = claimed }
    // Many pages that all claim it, and enough bytes behind for the lists to go on and on.
    let file = SmallTIFF(directories: Array(repeating: picture, count: 150)).bytes
    let bytes = file + [UInt8](repeating: 0, count: 4 << 20)
    let clock = ContinuousClock()

    let time = clock.measure { #expect(refusal(of: bytes) == "damaged_image") }

    #expect(time < .seconds(5))
  }

  @Test func manyPagesCannotAllPointToTheSameLongList() {
    // A list of zeros far behind the directories.
    var picture = SmallTIFF.picture(offsets: [100_000], counts: [100_000])
    for index in [2, 3] { picture[index].claimedCount = 200_000 }
    let file = SmallTIFF(directories: Array(repeating: picture, count: 150)).bytes
    let bytes = file + [UInt8](repeating: 0, count: 2 << 20)
    #expect(refusal(of: bytes) == "damaged_image")
  }

  @Test func aTileLargerThanThePictureCounts() {
    var picture = SmallTIFF.picture(width: 8, height: 8)
    picture += [
      SmallTIFF.Entry(tag: 322, values: [0x10000]), SmallTIFF.Entry(tag: 323, values: [0x10000]),
    ]
    #expect(refusal(of: SmallTIFF(directories: [picture]).bytes) == "too_many_pixels")
  }

  @Test func valuesOfAnUnknownTypeAreDamage() {
    var picture = SmallTIFF.picture()
    picture[0].type = 12
    #expect(refusal(of: SmallTIFF(directories: [picture]).bytes) == "damaged_image")
  }

  @Test func aBigTIFFIsUnknown() {
    #expect(refusal(of: SmallTIFF(version: 43).bytes) == "unknown_format")
    #expect(refusal(of: SmallTIFF(order: .big, version: 43).bytes) == "unknown_format")
  }
}
