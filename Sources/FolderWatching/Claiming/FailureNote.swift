import Cases
import Foundation

/// What lies beside a file that could not be used: what is wrong, and what to do.
struct FailureNote: Codable, Equatable {
  /// Behind the name of the failed file or folder.
  static let ending = ".failed.json"

  struct File: Codable, Equatable {
    let name: PaperName
    let bytes: Int
    let sha256: String?
    /// True for the one that is to blame, where it is one.
    let failed: Bool
  }

  /// All that it says about the problem, as in every other JSON of Kanhe.
  let problem: Problem
  /// `intake`, or the stage after it that failed.
  let stage: String
  let attempt: Int
  let traceID: String
  /// RFC 3339, UTC.
  let at: String
  let source: String
  let counter: String
  let files: [File]
  private static let retry = [
    "zh": "处理后把原文件移回监视目录即可重试；本说明文件可一并移回或删除。",
    "en":
      "Put right what is wrong and move the original back into the watched folder to retry; this note may go with it or be deleted.",
  ]

  init(_ claim: PaperClaim, _ refusal: PaperRefusal, stage: String) {
    problem = refusal.problem
    self.stage = stage
    attempt = refusal.attempt
    traceID = claim.id
    at = Date().formatted(.iso8601)
    source = claim.source
    counter = claim.counter
    files = claim.files.enumerated().map { index, file in
      File(
        name: file.path.name, bytes: file.bytes, sha256: file.sha256,
        failed: index == refusal.file ?? index)
    }
  }

  init?(_ bytes: [UInt8]) {
    guard let note = try? JSONDecoder().decode(FailureNote.self, from: Data(bytes)) else {
      return nil
    }
    self = note
  }

  var json: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [10]
    }
  }

  enum CodingKeys: String, CodingKey {
    case stage, attempt
    case traceID = "trace_id"
    case at, source, counter, files, retry
  }

  /// The problem's keys stand beside the others.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    problem = try Problem(from: decoder)
    stage = try values.decode(String.self, forKey: .stage)
    attempt = try values.decode(Int.self, forKey: .attempt)
    traceID = try values.decode(String.self, forKey: .traceID)
    at = try values.decode(String.self, forKey: .at)
    source = try values.decode(String.self, forKey: .source)
    counter = try values.decode(String.self, forKey: .counter)
    files = try values.decode([File].self, forKey: .files)
  }

  func encode(to encoder: any Encoder) throws {
    try problem.encode(to: encoder)
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(stage, forKey: .stage)
    try values.encode(attempt, forKey: .attempt)
    try values.encode(traceID, forKey: .traceID)
    try values.encode(at, forKey: .at)
    try values.encode(source, forKey: .source)
    try values.encode(counter, forKey: .counter)
    try values.encode(files, forKey: .files)
    try values.encode(Self.retry, forKey: .retry)
  }
}
