import Cases
import Foundation
import Testing

/// The promise of a field's state: what is accepted without a person is right.
@Suite struct TruthTests {
  @Test(arguments: DemoRun.samples) func noAcceptedFieldIsWrong(_ sample: String) async throws {
    let record = try await DemoRun.shared().record(of: sample)
    var accepted = 0
    for material in record.materials {
      let truth = try PrintedTruth(of: material.file, in: sample)
      for document in material.documents {
        for (name, field) in document.fields where field.state == .accepted {
          guard let printed = truth.fields[name], !truth.unscored.contains(name) else { continue }
          accepted += 1
          #expect(field.value == printed, "\(material.file) \(name)")
        }
      }
    }
    #expect(accepted >= 6, "most of what is printed is read")
  }

  /// What the two papers of one case say of the same thing is kept apart, also where a check has compared them.
  @Test func aDifferenceIsNeverMadeToAgree() async throws {
    let sample = "06-public-place-representative-differs"
    let record = try await DemoRun.shared().record(of: sample)
    let finding = try #require(record.findings.first { $0.outcome == .differs })
    let path = try #require(FieldPath(finding.field))
    let document = try #require(record.documents.first { $0.kind == path.kind })
    let file = try #require(record.materials.first { $0.documents.contains(document) }?.file)
    let field = try #require(document.fields[path.field])
    #expect(field.value == (try PrintedTruth(of: file, in: sample)).fields[path.field])
    #expect(record.result == nil)
  }
}

/// What the maker of a specimen has printed on it.
private struct PrintedTruth: Decodable {
  let fields: [String: String]
  /// Made unreadable on purpose, or covered.
  let unscored: [String]

  init(of file: String, in sample: String) throws {
    let truth = KanheProgram.samples.appendingPathComponent("\(sample)/\(file).truth.json")
    self = try JSONDecoder().decode(PrintedTruth.self, from: Data(contentsOf: truth))
  }
}
