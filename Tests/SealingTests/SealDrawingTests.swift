import Cases
import Foundation
import Sealing
import Testing

@Suite struct SealDrawingTests {
  @Test(arguments: [
    ("round", 42.0, 42.0), ("oval", 40, 30), ("square", 20, 20),
  ])
  func aSealHasItsPrintedSize(shape: String, width: Double, height: Double) throws {
    let picture = try SealDrawing.draw(design(shape))

    #expect(abs(picture.width - width * 72 / 25.4) < 1e-9)
    #expect(abs(picture.height - height * 72 / 25.4) < 1e-9)
    #expect(picture.stream.count < 9000)
  }

  @Test func theSameDesignGivesTheSamePicture() throws {
    #expect(try SealDrawing.draw(design("oval")) == SealDrawing.draw(design("oval")))
  }

  @Test(arguments: SealDesign.Shape.allCases)
  func theInkStaysInsideAndFillsTheSeal(shape: SealDesign.Shape) throws {
    let hall = try Hall(design: design(shape.rawValue))
    let picture = hall.authority.record.picture

    let page = try Raster(hall.sealed(), page: 1, in: hall)

    let ink = try #require(page.redBox(below: 300))
    #expect(abs(ink.width * 72 / Raster.dpi - picture.width) < 1.5)
    #expect(abs(ink.height * 72 / Raster.dpi - picture.height) < 1.5)
  }

  @Test func sizesAndTextsThatNoSealHasAreProblems() {
    for make in [
      { try SealDesign(.round, name: "局", size: (46, 46)) },
      { try SealDesign(.round, name: "局", size: (40, 42)) },
      { try SealDesign(.oval, name: "局", size: (30, 40)) },
      { try SealDesign(.square, name: "张三", kind: "专用章") },
      { try SealDesign(.round, name: "") },
      { try SealDesign(.round, name: "局\n", size: (.nan, 42)) },
    ] {
      let problem = #expect(throws: Problem.self) { _ = try make() }
      #expect(problem?.code == "bad_seal_design")
    }
  }

  @Test func recordsOfTheVersionBeforeAreRead() throws {
    let old = Data(#"{"size": 119, "stream": "AAEC"}"#.utf8)

    let picture = try JSONDecoder().decode(SealPicture.self, from: old)

    #expect((picture.width, picture.height) == (119, 119))
    #expect(picture.stream == Data([0, 1, 2]))
  }

  private func design(_ shape: String) throws -> SealDesign {
    switch shape {
    case "oval": try SealDesign(.oval, name: "云州市江畔餐饮有限公司", kind: "业务专用章", code: "3300000000001")
    case "square": try SealDesign(.square, name: "张三")
    default: try SealDesign(.round, name: "云州市政务服务管理局", kind: "审批专用章", code: "3300000000002")
    }
  }
}
