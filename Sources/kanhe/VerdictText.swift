import Cases

/// A verdict in words: three answers, three lines, and what the result says of itself.
enum VerdictText {
  static func text(of verdict: Verdict) -> String {
    var lines = [summary(verdict.summary)]
    lines += line(
      "内容未被改动 unaltered", verdict.unaltered.answer.rawValue, nil, verdict.unaltered.reasons)
    lines += line(
      "签章者 sealed by", verdict.sealedBy.answer.rawValue, verdict.sealedBy.subject,
      verdict.sealedBy.reasons)
    lines += line("现行有效 in force", verdict.inForce.answer.rawValue, nil, verdict.inForce.reasons)
    for (name, value) in (verdict.claims ?? [:]).sorted(by: { $0.key < $1.key }) {
      lines.append("  \(name): \(value)")
    }
    if verdict.sealedBy.answer == .test {
      lines.append("测试印章，不具法律效力 / Test seal, no legal effect")
    }
    return lines.joined(separator: "\n")
  }

  private static func summary(_ summary: Verdict.Summary) -> String {
    switch summary {
    case .genuine: "真实 genuine"
    case .notGenuine: "不真实 not genuine"
    case .undecided: "无法判断 undecided"
    }
  }

  private static func line(
    _ title: String, _ answer: String, _ subject: String?, _ reasons: [Reason]
  )
    -> [String]
  {
    ["\(title): \(answer)\(subject.map { " (\($0))" } ?? "")"]
      + reasons.map { "  - [\($0.code)] \($0.zh) \($0.en)" }
  }
}
