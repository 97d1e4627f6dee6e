import Cases
import Foundation
import Testing

/// What each stage made of one sample, word for word. `UPDATE_GOLDEN=1 swift test` writes the files anew.
@Suite struct GoldenTests {
  @Test func fieldsAreAsTheyWere() async throws {
    let record = try await DemoRun.shared().record(of: DemoRun.issuedSample)
    let fields = record.documents.flatMap { document in
      document.fields.map { ("\(document.kind).\($0)", GoldenField($1)) }
    }
    try compare("01-fields.json", Dictionary(uniqueKeysWithValues: fields))
  }

  @Test func theFormIsAsItWas() async throws {
    let record = try await DemoRun.shared().record(of: DemoRun.issuedSample)
    try compare("02-form.json", try #require(record.form))
  }

  @Test func theDecisionIsAsItWas() async throws {
    let record = try await DemoRun.shared().record(of: DemoRun.issuedSample)
    let decision = try #require(record.decision)
    try compare(
      "03-decision.json",
      GoldenDecision(
        findings: record.findings, outcome: decision.outcome, reasons: decision.reasons,
        decidedBy: decision.decidedBy))
  }

  private func compare(_ name: String, _ value: some Encodable) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let made = String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(made.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let (new, old) = (made.split(separator: "\n"), kept.split(separator: "\n"))
    #expect(made == kept, "\(name): \(new.difference(from: old))")
  }
}

/// A field without the numbers that another version of a library would change.
private struct GoldenField: Encodable {
  let raw, value: String?
  let state: FieldState
  let source: FieldSource
  let page: Int
  let checks: [CheckResult]

  init(_ field: Field) {
    (raw, value, state, source) = (field.raw, field.value, field.state, field.source)
    (page, checks) = (field.page, field.checks)
  }
}

private struct GoldenDecision: Encodable {
  let findings: [Finding]
  let outcome: Decision.Outcome
  let reasons: [Reason]
  let decidedBy: String
}
