import Cases

/// What was read, for a person at a terminal.
enum FieldTable {
  static func text(of reading: FileReading) -> String {
    var lines = ["\(reading.file)  (\(reading.pages) 页 pages, \(reading.milliseconds) ms)"]
    if let error = reading.error { lines.append("  [\(error.code)] \(error.zh) \(error.en)") }
    lines += reading.warnings.map(line)
    if let verdict = reading.verification { lines.append("  ! \(verdict.sentence)") }
    if let active = reading.activeContent { lines.append("  ! \(active.sentence)") }
    for document in reading.documents {
      lines.append("\(document.kind)\(document.form.map { " / \($0)" } ?? "")  p. \(document.page)")
      lines += document.warnings.map(line)
      var table = TextTable(["字段 field", "值 value", "状态 state", "概率 probability", "校验 checks"])
      for (name, field) in document.fields.sorted(by: { $0.key < $1.key }) {
        table.add([
          name, field.value ?? "-", field.state.rawValue,
          "\((field.probability * 100).rounded() / 100)",
          field.checks.map { "\($0.id):\($0.result.rawValue)" }.joined(separator: " "),
        ])
      }
      lines.append(table.text)
    }
    return lines.joined(separator: "\n")
  }

  private static func line(of warning: ReadingWarning) -> String {
    let page = warning.page.map { " (p. \($0))" } ?? ""
    return "  ! [\(warning.code.rawValue)] \(warning.code.label.zh) \(warning.code.label.en)\(page)"
  }
}
