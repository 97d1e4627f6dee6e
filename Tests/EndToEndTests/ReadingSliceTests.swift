import Foundation
import Testing

/// A slice of `Scripts/soak reading`: documents drawn afresh, read and compared with what was drawn.
@Suite struct ReadingSliceTests {
  private static let kinds = [
    "resident_id_front", "resident_id_back", "business_licence", "driving_licence",
    "vehicle_licence", "passport",
  ]

  /// What `kanhe bench` says of one kind in one world, as far as it is looked at here.
  private struct Report: Decodable {
    struct Cell: Decodable {
      struct Tally: Decodable {
        let fields: Int
        let exact: Int
        let silentErrors: Int
      }

      let kind: String
      let kindRight: Int
      let tally: Tally
    }

    let cells: [Cell]
  }

  @Test(arguments: ["flatbed", "phone"])
  func drawnDocumentsAreReadAndNothingWrongIsAccepted(_ world: String) async throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url
    let maker = KanheProgram.executable.deletingLastPathComponent()
      .appendingPathComponent("specimen-maker")
    let made = try await KanheProgram.run(
      maker,
      [
        "make", "--out", folder.path, "--count", "1", "--seed", "90210", "--worlds", world,
        "--kinds", Self.kinds.joined(separator: ","),
      ])
    #expect(made.status == 0)

    let bench = try await KanheProgram.run(
      ["bench", folder.path, "--format", "json", "--models", KanheProgram.models.path])
    #expect(bench.status == 0, "15 says that something wrong was accepted")
    let line = try #require(bench.output.split(separator: "\n").last)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let cells = try decoder.decode(Report.self, from: Data(line.utf8)).cells
    #expect(Set(cells.map(\.kind)) == Set(Self.kinds))
    #expect(cells.allSatisfy { $0.kindRight == 1 && $0.tally.silentErrors == 0 })
    let fields = cells.reduce(0) { $0 + $1.tally.fields }
    let exact = cells.reduce(0) { $0 + $1.tally.exact }
    #expect(fields > 30)
    #expect(exact * 4 > fields * 3, "\(exact) of \(fields) fields exact")
  }
}
