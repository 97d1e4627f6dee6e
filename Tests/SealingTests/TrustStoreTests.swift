import Cases
import Foundation
import Testing
import Verification

@Suite struct TrustStoreTests {
  @Test func theFilesOfADataFolderAreReadTogether() throws {
    let (hall, other) = (try Hall(), try Hall())

    try hall.trust.save(as: "seal", in: hall.folder)
    try other.trust.save(as: "neighbour", in: hall.folder)
    let trust = try TrustStore.load(dataFolder: hall.folder)

    #expect(trust == other.trust.merged(with: hall.trust))
  }

  @Test func aFolderWithoutTrustBelievesNobody() throws {
    #expect(try TrustStore.load(dataFolder: URL(filePath: "/nonexistent")) == .empty)
  }

  @Test func aWrongFileIsAProblem() throws {
    let hall = try Hall()
    let file = URL(filePath: try hall.write(Array("[]".utf8), as: "trust.json"))

    let problem = #expect(throws: Problem.self) { try TrustStore.load(file: file) }

    #expect(problem?.code == "bad_trust_file")
    #expect(problem?.exit == .configuration)
  }
}
