import Cases
import Foundation

/// One folder of Samples/: the materials of one application, its matter, and how it should end.
struct Sample {
  let name: String
  let matter: String
  let files: [URL]
  let expected: Expected

  struct Expected: Decodable {
    let decision: Decision.Outcome
    let state: CaseRecord.State
    /// File to the kinds of document on it.
    let materials: [String: [String]]
    /// Codes that must be among the decision's reasons.
    let reasons: [String]
  }

  static func all(in folder: URL) throws -> [Sample] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { FileManager.default.fileExists(atPath: $0.appending(path: "case.yaml").path) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map(Sample.init)
  }

  private init(_ folder: URL) throws {
    name = folder.lastPathComponent
    expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { !["yaml", "json", "md"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let text = try String(contentsOf: folder.appending(path: "case.yaml"), encoding: .utf8)
    matter = try CaseFile(yaml: text).matter
  }
}
