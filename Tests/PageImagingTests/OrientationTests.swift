import Cases
import PageImaging
import Testing

/// Where the stored top left corner belongs (Exif 2.3, table of tag 0x0112), and whether sides are swapped.
private let belongs: [(orientation: UInt8, right: Bool, bottom: Bool, swapped: Bool)] = [
  (1, false, false, false), (2, true, false, false), (3, true, true, false),
  (4, false, true, false), (5, false, false, true), (6, true, false, true),
  (7, true, true, true), (8, false, true, true),
]

@Suite struct OrientationTests {
  /// The middle of the dark mark in the stored picture's top left corner.
  private let mark = Point(16, 6)

  private func marked(_ depth: Int32) throws -> Picture {
    try Encoded.picture(width: 120, height: 80, depth: depth) { x, y in
      x < 32 && y < 12 ? 0 : depth == 8 ? 255 : 0xFFFF_FF00
    }
  }

  private func expectUpright(
    _ page: SubmittedPage, _ place: (orientation: UInt8, right: Bool, bottom: Bool, swapped: Bool)
  ) {
    let found = page.image.middleOfDark
    #expect(page.size.size == [120, 80], "orientation \(place.orientation)")
    #expect((page.image.width > page.image.height) != place.swapped)
    #expect((found.x > Double(page.image.width) / 2) == place.right)
    #expect((found.y > Double(page.image.height) / 2) == place.bottom)
    #expect(page.toPage(found).distance(to: mark) < 1, "orientation \(place.orientation)")
  }

  @Test(arguments: [false, true]) func aCamerasPictureComesOutUpright(isBigEndian: Bool) throws {
    let stored = try marked(8).jpeg()
    for place in belongs {
      let exif = exifSegment(place.orientation, isBigEndian)
      expectUpright(try firstPage(Array(stored[..<2]) + exif + stored[2...]), place)
    }
  }

  @Test(arguments: [Int32(8), 32]) func aTIFFComesOutUpright(depth: Int32) throws {
    for place in belongs {
      let bytes = try marked(depth).tiff(tag: 274, value: "\(place.orientation)")
      expectUpright(try firstPage(bytes), place)
    }
  }

  @Test func fillBytesBeforeTheSegmentDoNotHideIt() throws {
    let stored = try marked(8).jpeg()
    let bytes = Array(stored[..<2]) + [0xFF, 0xFF] + exifSegment(3, true) + stored[2...]
    expectUpright(try firstPage(bytes), belongs[2])
  }

  @Test func nonsenseIsUpright() throws {
    let stored = try marked(8).jpeg()
    for orientation in [UInt8(0), 9, 255] {
      let bytes = Array(stored[..<2]) + exifSegment(orientation, true) + stored[2...]
      expectUpright(try firstPage(bytes), belongs[0])
    }
    let short: [UInt8] = [0xFF, 0xE1, 0, 8] + Array("Exif\0\0".utf8)
    expectUpright(try firstPage(Array(stored[..<2]) + short + stored[2...]), belongs[0])
  }

  /// APP1 with a directory of one entry.
  private func exifSegment(_ orientation: UInt8, _ isBigEndian: Bool) -> [UInt8] {
    let block: [UInt8] =
      isBigEndian
      ? [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
      : [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
    let content = Array("Exif\0\0".utf8) + block + [0, 0, 0, 0]
    return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
  }
}
