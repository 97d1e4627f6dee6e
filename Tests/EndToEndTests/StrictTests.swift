import Cases
import Foundation
import MainPath
import Testing

/// A machine that does not give every wall: it is said, and with `--strict` nothing is read.
@Suite struct StrictTests {
  let folder: ScratchFolder
  let card = KanheProgram.samples.appendingPathComponent("01-medical-approved/id-front.jpg").path

  init() throws { folder = try ScratchFolder() }

  @Test func everyWallStandsHere() async throws {
    let ending = try await KanheProgram.run(["doctor", "--strict"], in: folder.url)
    #expect(ending.status == 0, "\(ending.output)")
    for wall in Confinement.Wall.allCases {
      #expect(ending.output.contains("reader: \(wall.en) / \(wall.zh)"))
    }
  }

  @Test func aGapIsSaidAndReadingGoesOn() async throws {
    guard let (extract, doctor) = try await withoutNamespaces(strict: false) else { return }
    #expect(extract.errors.contains("readers are not confined: no network"))
    #expect(extract.errors.contains("读取进程未隔离：断网"))
    #expect(extract.jsonLines.first?["sha256"] != nil)
    #expect(doctor.status == 0 && doctor.output.contains("! "), "\(doctor.output)")
  }

  @Test func aGapIsRefusedWhereThatIsWanted() async throws {
    guard let (extract, doctor) = try await withoutNamespaces(strict: true) else { return }
    #expect(extract.status == 3 && extract.output.isEmpty)
    #expect(extract.errors.contains("reader_not_confined"))
    #expect(doctor.status == 3 && doctor.output.contains("reader_not_confined"))
  }

  /// The settings of a hall hold for whatever decodes, verifying included.
  @Test func aSettingHoldsForVerifyingToo() async throws {
    let user = ReaderUser.withoutNamespaces
    guard await user.isPossible(KanheProgram.executable) else { return }
    let program = URL(
      fileURLWithPath: try user.program(KanheProgram.executable, in: folder))
    let ending = try await KanheProgram.run(
      program, ["verify", card], environment: ["KANHE_READER_STRICT": "true"])
    #expect(ending.status == 3 && ending.errors.contains("reader_not_confined"), "\(ending)")
    let free = try await KanheProgram.run(program, ["verify", card])
    #expect(free.errors.contains("no_code"), "\(free)")
  }

  private func withoutNamespaces(
    strict: Bool
  ) async throws -> (extract: KanheProgram.Ending, doctor: KanheProgram.Ending)? {
    let user = ReaderUser.withoutNamespaces
    guard await user.isPossible(KanheProgram.executable) else { return nil }
    let program = URL(
      fileURLWithPath: try user.program(KanheProgram.executable, in: folder))
    let option = strict ? ["--strict"] : []
    return (
      try await KanheProgram.run(program, ["extract", card] + option),
      try await KanheProgram.run(program, ["doctor"] + option)
    )
  }
}
