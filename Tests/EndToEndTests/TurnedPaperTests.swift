import Cases
import Foundation
import Testing

/// Papers are put on the glass every way round.
@Suite struct TurnedPaperTests {
  private let card = KanheProgram.samples
    .appendingPathComponent("\(DemoRun.issuedSample)/id-front.jpg")

  /// The picture lies upright in the file; the EXIF tag says that it must be turned, and so it comes out turned.
  @Test(arguments: [3, 6, 8] as [UInt8])
  func aTurnedCardIsReadAsTheUprightOneIs(_ orientation: UInt8) async throws {
    // given
    let folder = try ScratchFolder()
    let turned = try folder.file("turned.jpg", tagged(try card.bytes, orientation))
    // when
    let ending = try await KanheProgram.run(["extract", card.path, turned])
    // then
    let readings = try ending.output.split(separator: "\n").map {
      try JSONDecoder().decode(FileReading.self, from: Data($0.utf8))
    }
    let upright = try #require(readings.first?.documents.first)
    let other = try #require(readings.last?.documents.first)
    #expect(upright.warnings.isEmpty)
    #expect(other.kind == upright.kind && other.warnings.map(\.code) == [.rotated])
    #expect(other.fields["id_number"]?.value == upright.fields["id_number"]?.value)
    #expect(other.fields["id_number"]?.state == .accepted)
    // Polygons are in pixels of the stored picture, which is the same.
    let places = try [upright, other].map { try #require($0.fields["id_number"]?.polygon?.bounds) }
    #expect(abs(places[0].middle.x - places[1].middle.x) < 10)
    #expect(abs(places[0].middle.y - places[1].middle.y) < 10)
  }

  /// With an APP1 segment of one tag (Exif 2.3, 4.7.2; TIFF 6.0, orientation).
  private func tagged(_ jpeg: [UInt8], _ orientation: UInt8) -> [UInt8] {
    let tiff: [UInt8] =
      Array("MM".utf8) + [
        0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
      ]
      + [0, 0, 0, 0]
    let content = Array("Exif\0\0".utf8) + tiff
    return Array(jpeg[..<2]) + [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content + jpeg[2...]
  }
}
