import CLeptonica
import Cases
import Foundation
import PageImaging
import Testing

/// Pictures of 24 × 16 pixels, made with libwebp by another program than Leptonica: six columns green, beside them red
/// above and blue below.
@Suite struct WebPTests {
  private static let lossless = """
    UklGRkQAAABXRUJQVlA4TDcAAAAvF8ADABcgFkxDErtDTCyY/COKPjaxYGI0f6KuIOY/aHODorZtoLzLr7sgDmoRRPQ//mw7KoAkAA==
    """
  private static let lossy = """
    UklGRnAAAABXRUJQVlA4IGQAAACwAwCdASoYABAAPjEUiEKiISEYBAAgAwS1AF2XQBIgAFq1l4T0AAD+9CufPaX1I9/RUp/+3rHN1/+ZXR//nSv/\
    jtkj//b4f/53//zVD/xMNTf/mXn/eB+OB9fKJ0dGwYlAAAAA
    """
  /// With the orientation 6: a quarter to the right makes it upright.
  private static let turned = """
    UklGRngAAABXRUJQVlA4WAoAAAAIAAAAFwAADwAAVlA4TDcAAAAvF8ADABcgFkxDErtDTCyY/COKPjaxYGI0f6KuIOY/aHODorZtoLzLr7sgDmoR\
    RPQ//mw7KoAkAEVYSUYaAAAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=
    """
  /// The lower half is transparent.
  private static let transparent = """
    UklGRjQAAABXRUJQVlA4TCgAAAAvF8ADEBcgFkzmf0YQ9iAPxfwHzAYFAQtBSoronkWVIKL/E+AANKke
    """

  private func page(_ base64: String) throws -> SubmittedPage {
    try firstPage(Array(try #require(Data(base64Encoded: base64))))
  }

  @Test func losslessPicturesAreRead() throws {
    let image = try page(Self.lossless).image
    #expect((image.width, image.height, image.channels) == (24, 16, 3))
    #expect(image.pixel(0, 0) == [0, 160, 0])
    #expect(image.pixel(23, 0) == [200, 50, 20])
    #expect(image.pixel(23, 15) == [10, 20, 230])
  }

  @Test func lossyPicturesAreRead() throws {
    let image = try page(Self.lossy).image
    #expect((image.width, image.height) == (24, 16))
    let pixel = image.pixel(20, 3).map(Int.init)
    #expect(zip(pixel, [200, 50, 20]).allSatisfy { abs($0 - $1) < 25 }, "\(pixel)")
  }

  @Test func theOrientationIsFollowed() throws {
    let page = try page(Self.turned)
    #expect((page.image.width, page.image.height) == (16, 24))
    #expect(page.size.size == [24, 16])
    // The stored left is above, the stored top on the right.
    #expect(page.image.pixel(0, 0) == [0, 160, 0])
    #expect(page.image.pixel(15, 23) == [200, 50, 20])
    #expect(page.image.pixel(0, 23) == [10, 20, 230])
  }

  @Test func transparentPartsAreWhitePaper() throws {
    let image = try page(Self.transparent).image
    #expect(image.pixel(23, 0) == [200, 50, 20])
    #expect(image.pixel(23, 15) == [255, 255, 255])
  }

  @Test func whatLeptonicaWritesIsRead() throws {
    let picture = try Encoded.picture(width: 40, height: 24, depth: 32) { x, _ in
      x < 20 ? 0xC832_1400 : 0xFFFF_FF00
    }
    let image = try firstPage(try picture.file(IFF_WEBP)).image
    #expect(image.channels == 3)
    #expect(image.pixel(35, 12).allSatisfy { $0 > 240 })
  }

  @Test func damageIsSaid() throws {
    var bytes = Array(try #require(Data(base64Encoded: Self.lossy)))
    for index in 40..<bytes.count { bytes[index] = 0 }
    bytes[23] ^= 0xFF
    #expect(problemCode { _ = try firstPage(bytes) } == "damaged_image")
  }
}
