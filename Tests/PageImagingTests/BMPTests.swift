import CLeptonica
import PageImaging
import Testing

@Suite struct BMPTests {
  /// Three pixels wide, two high; red, green and blue above, black, grey and white below.
  private let rows: [[[UInt8]]] = [
    [[200, 50, 20], [0, 160, 0], [10, 20, 230]], [[0, 0, 0], [128, 128, 128], [255, 255, 255]],
  ]

  private func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// - Parameters:
  ///   - header: bytes of the information header.
  ///   - isTopDown: whether the rows are stored from the top, which a negative height says.
  private func file(
    bits: Int, header: Int = 40, compression: Int = 0, masks: [UInt8] = [], isTopDown: Bool = false
  ) -> [UInt8] {
    let stored: [[[UInt8]]] = isTopDown ? rows : rows.reversed()
    let rest = [UInt8](repeating: 0, count: bits == 32 ? 1 : 0)
    let pixels = stored.flatMap { row -> [UInt8] in
      let bytes: [UInt8] = row.flatMap { $0.reversed() + rest }
      return bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }
    let start = 14 + header + masks.count
    var information = little(header, 4) + little(3, 4) + little(isTopDown ? -2 : 2, 4)
    information += little(1, 2) + little(bits, 2) + little(compression, 4)
    information += little(pixels.count, 4) + little(11811, 4) + little(11811, 4) + little(0, 8)
    information += [UInt8](repeating: 0, count: header - information.count)
    return Array("BM".utf8) + little(start + pixels.count, 4) + little(0, 4) + little(start, 4)
      + information + masks + pixels
  }

  private func expectColours(_ bytes: [UInt8], _ kind: Comment) throws {
    let image = try firstPage(bytes).image
    #expect((image.width, image.height, image.channels) == (3, 2, 3), kind)
    let colours = (0..<2).map { y in (0..<3).map { image.pixel($0, y) } }
    #expect(colours == rows, kind)
  }

  @Test func everyUsualFormIsReadInItsColours() throws {
    let masks: [UInt8] = [0, 0, 0xFF, 0, 0, 0xFF, 0, 0, 0xFF, 0, 0, 0]
    try expectColours(file(bits: 24), "24 bits")
    try expectColours(file(bits: 24, isTopDown: true), "24 bits, top down")
    try expectColours(file(bits: 24, header: 124), "24 bits, version 5")
    try expectColours(file(bits: 32), "32 bits")
    try expectColours(file(bits: 32, isTopDown: true), "32 bits, top down")
    try expectColours(file(bits: 32, compression: 3, masks: masks), "32 bits with masks")
  }

  @Test func theResolutionIsKept() throws {
    #expect(try firstPage(file(bits: 24)).image.dotsPerInch == 300)
    #expect(try firstPage(file(bits: 32)).image.dotsPerInch == 300)
  }

  @Test(arguments: [Int32(1), 8])
  func scansWithoutColourAreRead(depth: Int32) throws {
    let picture = try Encoded.picture(width: 40, height: 24, depth: depth) { x, _ in
      (x < 20) == (depth == 1) ? 1 : depth == 1 ? 0 : 250
    }
    let image = try firstPage(try picture.file(IFF_BMP)).image
    #expect((image.width, image.height) == (40, 24))
    let (left, right) = (image.pixel(2, 2)[0], image.pixel(37, 2)[0])
    #expect(depth == 1 ? (left == 0 && right == 255) : (left == 250 && right < 5))
  }
}
