import Cases
import Foundation
import PortableDocument
import Sealing
import Testing

@Suite struct RidingSealTests {
  @Test func eachPageShowsItsPartAtTheEdge() throws {
    let hall = try Hall()
    let drawn = try longSample()
    #expect(drawn.pageCount == 3)

    let sealed = try hall.sealed(drawn, riding: true)

    for page in 1...3 {
      let raster = try Raster(sealed, page: page, in: hall)
      let strip = Int(hall.authority.record.picture.width / 3)
      #expect(raster.redCount(columns: raster.width - strip..<raster.width) > 300, "\(page)")
      #expect(raster.redCount(columns: raster.width - strip - 10..<raster.width - strip - 3) == 0)
    }
  }

  @Test func itIsCoveredByTheSignature() throws {
    let hall = try Hall()

    let sealed = try hall.sealed(longSample(), riding: true)
    let report = try Tool(path: "/usr/bin/pdfsig").output(hall.write(sealed, as: "s.pdf"))

    #expect(report.contains("Signature Validation: Signature is Valid."))
    #expect(report.contains("Total document signed"))
  }

  @Test(arguments: [(2, [2]), (10, [10]), (11, [5, 6]), (25, [8, 8, 9])])
  func manyPagesGetSeveralSeals(pages: Int, sizes: [Int]) throws {
    let hall = try Hall()
    let picture = hall.authority.record.picture

    let seal = try #require(RidingSeal(pages: pages, picture: picture))

    #expect(seal.parts.count == pages)
    #expect(seal.parts.filter { $0.number == 1 }.map(\.count) == sizes)
    for (part, next) in zip(seal.parts, seal.parts.dropFirst()) where next.number > 1 {
      #expect(part.right == next.left)
    }
    #expect(seal.parts.last?.right == picture.width)
  }

  @Test func onePageHasNone() throws {
    let hall = try Hall()

    #expect(RidingSeal(pages: 1, picture: hall.authority.record.picture) == nil)
    #expect(try !String(decoding: hall.sealed(riding: true), as: UTF8.self).contains("/Stamp"))
  }
}
