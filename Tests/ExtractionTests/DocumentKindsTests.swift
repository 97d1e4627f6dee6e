import Cases
import Foundation
import Testing

@testable import Extraction

struct DocumentKindsTests {
  private let models = GoldenPage.root.appending(path: "Models")

  @Test func allModelsLoad() throws {
    let kinds = try DocumentKinds.load(from: models)
    #expect(
      Set(kinds.names).isSuperset(
        of: [
          "application_form", "business_licence", "driving_licence", "passport", "resident_id_back",
          "resident_id_front", "vehicle_licence",
        ]))
    #expect(kinds.codes["ethnicity"]?.count == 56)
    #expect(kinds.countries["CHN"] == "中国")
    for kind in kinds.kinds {
      #expect(!kind.labelZh.isEmpty && !kind.labelEn.isEmpty)
      for field in kind.fields {
        #expect(field.agreesWith == nil || kind.fields.contains { $0.name == field.agreesWith })
        #expect(field.codes == nil || kinds.codes[field.codes ?? ""] != nil)
      }
    }
  }

  @Test func aBrokenFileIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kinds-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["documents", "forms", "codes"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try Data("fields: 3".utf8).write(to: folder.appending(path: "documents/broken.yaml"))
    let problem = try #require(throws: Problem.self) { try DocumentKinds.load(from: folder) }
    #expect(problem.code == "bad_model")
    #expect(problem.zh.contains("broken.yaml"))
  }
}
