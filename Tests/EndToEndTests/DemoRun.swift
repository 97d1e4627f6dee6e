import Cases
import Foundation

/// One run of `kanhe demo`, for all suites to look at. Nobody changes its folders: who must, copies.
struct DemoRun: Sendable {
  let ending: KanheProgram.Ending
  let data: URL
  let out: URL

  static func shared() async throws -> DemoRun { try await run.value }

  private static let run = Task {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kanhe-test-demo-\(getpid())")
    try? FileManager.default.removeItem(at: folder)
    atexit {
      // No suite knows that it is the last one to look.
      try? FileManager.default.removeItem(
        at: FileManager.default.temporaryDirectory
          .appendingPathComponent("kanhe-test-demo-\(getpid())"))
    }
    let (data, out) = (
      folder.appendingPathComponent("data"), folder.appendingPathComponent("out")
    )
    let ending = try await KanheProgram.run(["demo", "--data", data.path, "--out", out.path])
    return DemoRun(ending: ending, data: data, out: out)
  }

  /// The folders of Samples/, each a case.
  static let samples = KanheProgram.samples.names.filter {
    KanheProgram.samples.appendingPathComponent($0).appendingPathComponent("case.yaml").exists
  }

  /// A case whose papers are all easy to read.
  static let issuedSample = "07-heating-approved"
  /// A case whose ID number is smeared.
  static let unreadableSample = "09-heating-unreadable"

  func file(_ name: String, of sample: String) -> URL {
    out.appendingPathComponent(sample).appendingPathComponent(name)
  }

  func record(of sample: String) throws -> CaseRecord {
    try JSONDecoder().decode(
      CaseRecord.self, from: Data(contentsOf: file("record.json", of: sample)))
  }
}

/// What `expected.json` of a sample says.
struct ExpectedEnd: Decodable {
  let decision: Decision.Outcome
  let state: CaseRecord.State
  let reasons: [String]

  static func of(_ sample: String) throws -> ExpectedEnd {
    let file = KanheProgram.samples.appendingPathComponent(sample)
      .appendingPathComponent("expected.json")
    return try JSONDecoder().decode(ExpectedEnd.self, from: Data(contentsOf: file))
  }
}
