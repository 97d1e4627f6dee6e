import Cases

/// The table that ends the demo.
enum DemoTable {
  static func text(of outcomes: [SampleOutcome]) -> String {
    var table = TextTable([
      "案件 case", "材料 materials", "采信/复核 accepted/review", "比对 findings", "决定 decision",
      "结果 result", "核验 verify", "毫秒 ms",
    ])
    for outcome in outcomes { table.add(row(of: outcome)) }
    let whys = outcomes.filter { $0.record.decision?.outcome == .review }.flatMap { outcome in
      ["\(outcome.sample.name):"]
        + (outcome.record.decision?.reasons ?? []).map { "  - \($0.zh) \($0.en)" }
    }
    return ([table.text, "", "交由人工的理由 why a person must look:"] + whys).joined(separator: "\n")
  }

  private static func row(of outcome: SampleOutcome) -> [String] {
    let record = outcome.record
    let fields = record.documents.flatMap(\.fields.values)
    let agreeing = record.findings.count { $0.outcome == .agrees }
    return [
      outcome.sample.name,
      record.materials.map {
        "\($0.file)=\($0.documents.map { short($0.kind) }.joined(separator: "+"))"
      }
      .joined(separator: " "),
      "\(fields.count { $0.state == .accepted })/\(fields.count { $0.state == .review })",
      "\(agreeing)/\(record.findings.count)",
      record.decision?.outcome.rawValue ?? "-",
      record.state == .issued ? "\(outcome.sample.name)/result.pdf" : "-",
      outcome.verdicts.isEmpty
        ? "-" : outcome.verdicts.map(\.summary.rawValue).joined(separator: ","),
      "\(record.milliseconds)",
    ]
  }

  /// `resident_id_front` needs no more room than `id_front` in a table.
  private static func short(_ kind: String) -> String {
    kind.replacing("resident_", with: "").replacing("business_", with: "")
      .replacing("application_", with: "")
  }
}
