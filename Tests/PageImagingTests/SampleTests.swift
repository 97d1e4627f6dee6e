import Cases
import Foundation
import PageImaging
import Testing

/// The finder on the samples, which were drawn, scanned and copied by the specimen maker.
@Suite struct SampleTests {
  struct Truth: Decodable {
    let corners: [String: [Point]]
  }

  private static let samples = packageRoot.appending(path: "Samples")

  private static func files(_ names: Set<String>) -> [String] {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: samples.path)) ?? []
    return folders.sorted().flatMap { folder in names.sorted().map { "\(folder)/\($0)" } }
      .filter { FileManager.default.fileExists(atPath: samples.appending(path: $0).path) }
  }

  private func page(_ file: String) throws -> SubmittedPage {
    try firstPage(Array(try Data(contentsOf: Self.samples.appending(path: file))))
  }

  private func outlines(_ file: String) throws -> [[Point]] {
    let truth = Self.samples.appending(path: file + ".truth.json")
    return try JSONDecoder().decode(Truth.self, from: Data(contentsOf: truth))
      .corners.values.sorted { $0[0].y < $1[0].y }
  }

  @Test(arguments: files(["id-front.jpg", "id-back.jpg", "id-both-sides.jpg"]))
  func cardsAreFoundWhereTheyAre(file: String) throws {
    let wanted = try outlines(file)

    let found = try DocumentFinder.documents(on: try page(file))

    #expect(found.count == wanted.count)
    for (document, outline) in zip(found, wanted) {
      let overlap = Overlap.ofUnion(document.polygon.corners, outline)
      #expect(!document.isWholePage)
      #expect(overlap >= 0.95, "\(overlap)")
    }
  }

  @Test(arguments: files(["licence.jpg"])) func aLicenceIsOneDocument(file: String) throws {
    let paper = try outlines(file)

    let found = try DocumentFinder.documents(on: try page(file))

    #expect((found.count, paper.count) == (1, 1))
    for (document, outline) in zip(found, paper) {
      #expect(Overlap.ofUnion(document.polygon.corners, outline) >= 0.93)
    }
  }

  @Test func theSamplesAreThere() {
    #expect(Self.files(["id-front.jpg"]).count >= 3)
    #expect(!Self.files(["id-both-sides.jpg"]).isEmpty)
    #expect(!Self.files(["licence.jpg"]).isEmpty)
  }
}
