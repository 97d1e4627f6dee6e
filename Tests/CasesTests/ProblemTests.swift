import Cases
import Foundation
import Testing

@Suite struct ProblemTests {
  /// Every problem that the values themselves know.
  static let all: [Problem] = [
    .emptyFile, .unknownFormat, .truncatedImage, .damagedImage, .truncatedPDF, .damagedPDF,
    .encryptedPDF, .noPages, .tooManyPixels(30_000, 30_000, limit: 120_000_000),
    .tooManyBytes(2, limit: 1), .tooManyPages(201, limit: 200), .notADocument,
    .unknownKind("a", known: ["b"]), .unknownMatter("a", known: ["b"]), .unreadableFile("a"),
    .missingLanguage("chi_sim", folder: "/a"), .missingFont("a"), .modelsNotFound(["/a"]),
    .badModel("a.yaml", "b"), .unwritable("/a", "b"), .readerDied("signal 9"),
    .readerTimedOut(seconds: 2), .internalFault("a"), .caseClosed("1", state: .issued),
  ]

  @Test(arguments: all) func saysWhatHappenedAndWhatToDoInBothLanguages(_ problem: Problem) {
    #expect(problem.code.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
    for sentence in [problem.zh, problem.remedyZh] {
      #expect(sentence.contains { !$0.isASCII && $0.isLetter }, "\(problem.code)")
      #expect(sentence.hasSuffix("。"), "\(problem.code)")
    }
    for sentence in [problem.en, problem.remedyEn] {
      #expect(sentence.first?.isASCII == true && sentence.hasSuffix("."), "\(problem.code)")
    }
    #expect(problem.exit != .done)
  }

  @Test func aCodeMeansOneThing() {
    #expect(Set(Self.all.map(\.code)).count == Self.all.count)
  }

  @Test(arguments: all) func comesBackFromJSON(_ problem: Problem) throws {
    let data = try JSONEncoder().encode(problem)
    #expect(try JSONDecoder().decode(Problem.self, from: data) == problem)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["code"] as? String == problem.code)
    #expect(json["message"] as? String == problem.message)
  }

  @Test func whatAModelFileLacksIsSaid() throws {
    struct Kind: Decodable { let id: String }
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([String: Kind].self, from: Data(#"{"a":{}}"#.utf8))
    }
    let problem = Problem.badModel("a.yaml", because: try #require(error))
    #expect(problem.code == "bad_model" && problem.exit == .configuration)
    #expect(problem.en.contains("a.yaml") && problem.en.contains("'id' is missing in 'a'"))
  }
}
