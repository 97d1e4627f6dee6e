import Cases

/// A case in words, for a person at a terminal.
enum CaseText {
  static func text(of record: CaseRecord) -> String {
    var lines = ["案件 case \(record.id)  \(record.matter ?? "-")  \(record.state.rawValue)"]
    for material in record.materials {
      let kinds = material.documents.map(\.kind).joined(separator: ", ")
      lines.append("  材料 material  \(material.file)  \(material.error?.code ?? kinds)")
      if let verdict = material.verification { lines.append("    ! \(verdict.sentence)") }
      if let active = material.activeContent { lines.append("    ! \(active.sentence)") }
    }
    for finding in record.findings {
      lines.append("  比对 finding   \(finding.outcome.rawValue)  \(finding.zh) \(finding.en)")
    }
    if let decision = record.decision {
      lines.append("  决定 decision  \(decision.outcome.rawValue) (\(decision.decidedBy))")
      for reason in decision.reasons { lines.append("    - \(reason.zh) \(reason.en)") }
    }
    if let notice = record.notice {
      lines.append("  通知 notice    \(text(of: notice))")
      if let last = notice.expiresAt { lines.append("  补正期限 until \(last)") }
    }
    if let result = record.result { lines.append("  结果 result    \(text(of: result))") }
    if (record.result ?? record.notice)?.underTestAuthority == true {
      lines.append("  测试印章，不具法律效力 / Test seal, no legal effect")
    }
    return lines.joined(separator: "\n")
  }

  private static func text(of result: IssuedResult) -> String {
    "\(result.number)  \(result.kindZh) \(result.kindEn)"
  }

  /// What stands in each field that a person must look at.
  static func openFields(of record: CaseRecord) -> String {
    var table = TextTable(["字段 field", "原文 raw", "值 value", "状态 state", "来源 source"])
    for document in record.documents {
      for (name, field) in document.fields.sorted(by: { $0.key < $1.key }) {
        table.add([
          "\(document.kind).\(name)", field.raw ?? "-", field.value ?? "-", field.state.rawValue,
          field.source.rawValue,
        ])
      }
    }
    return table.text
  }
}
