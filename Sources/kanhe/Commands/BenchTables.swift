import Benchmarking
import Cases
import Foundation

/// A report in tables, for a person at a terminal.
enum BenchTables {
  static func text(of report: BenchReport, byField: Bool) -> String {
    var parts = [cells(report)]
    if byField { parts.append(fields(report)) }
    if report.cells.contains(where: { !$0.peers.isEmpty }) { parts.append(peers(report)) }
    if let reliability = report.reliability { parts.append(tables(of: reliability)) }
    if let errors = report.errors { parts.append(list(of: errors)) }
    parts.append(summary(report))
    return parts.joined(separator: "\n\n")
  }

  private static let tallyTitles = [
    "字段 fields", "准确 exact", "CER", "接受 accepted", "静默错误 silent", "缺 missing", "生僻 rare",
    "准确 exact", "误受 silent",
  ]

  private static func columns(of tally: Tally) -> [String] {
    [
      "\(tally.fields)", percent(tally.exactShare), percent(tally.characterErrorRate, digits: 2),
      percent(tally.acceptedShare), "\(tally.silentErrors)", "\(tally.missing)", "\(tally.rare)",
      "\(tally.rareExact)", "\(tally.rareSilentErrors)",
    ]
  }

  private static func cells(_ report: BenchReport) -> String {
    var table = TextTable(
      ["种类 kind", "环境 world", "份 files", "种类对 kind right"] + tallyTitles
        + ["误类 stray", "CPU s", "MB"])
    for cell in report.cells {
      table.add(
        [cell.kind, cell.world, "\(cell.files)", "\(cell.kindRight)"] + columns(of: cell.tally)
          + [
            "\(cell.strays)", number(cell.cpuSecondsAFile), megabytes(cell.cost),
          ])
    }
    let files = report.cells.reduce(0) { $0 + $1.files }
    let right = report.cells.reduce(0) { $0 + $1.kindRight }
    table.add(
      ["全部 all", "", "\(files)", "\(right)"] + columns(of: report.tally)
        + ["\(report.strays)", "", ""])
    return table.text
  }

  private static func fields(_ report: BenchReport) -> String {
    var table = TextTable(["种类 kind", "环境 world", "字段 field"] + tallyTitles)
    for cell in report.cells {
      for (name, tally) in cell.byField.sorted(by: { $0.key < $1.key }) {
        table.add([cell.kind, cell.world, name] + columns(of: tally))
      }
    }
    return table.text
  }

  private static func peers(_ report: BenchReport) -> String {
    var table = TextTable([
      "种类 kind", "环境 world", "对比程序 peer", "读到 found", "CPU s", "MB", "勘合 kanhe CPU s", "比值 ratio",
    ])
    for cell in report.cells {
      for peer in cell.peers {
        table.add([
          cell.kind, cell.world, peer.name, "\(peer.found)/\(peer.fields)",
          number(peer.cost.cpuSeconds / Double(cell.files)), megabytes(peer.cost),
          number(cell.cpuSecondsAFile), number(peer.ratio),
        ])
      }
    }
    return table.text
  }

  private static func tables(of reliability: [String: Reliability]) -> String {
    let types = reliability.sorted {
      ($0.key == "all" ? 0 : 1, $0.key) < ($1.key == "all" ? 0 : 1, $1.key)
    }
    return types.map { type, reliability in
      var table = TextTable([
        "概率自 from", "数量 count", "准确率 accuracy", "平均概率 mean probability",
      ])
      for bin in reliability.bins where bin.count > 0 {
        table.add([
          "\(bin.from)", "\(bin.count)", percent(bin.accuracy, digits: 2),
          percent(bin.meanProbability, digits: 2),
        ])
      }
      let error = percent(reliability.expectedCalibrationError, digits: 2)
      return "\(type): 期望校准误差 expected calibration error \(error)"
        + " (\(reliability.count) 个有值 with a value, \(reliability.withoutValue) 个无值 without)\n"
        + table.text
    }.joined(separator: "\n\n")
  }

  private static func list(of errors: [FieldOutcome]) -> String {
    errors.map { error in
      """
      \(error.file): \(error.field), \(error.state.rawValue), \(number(error.probability))
        答案 truth: \(error.truth)
        值 value:   \(error.value ?? "-")
        原文 raw:   \(error.raw ?? "-")
      """
    }.joined(separator: "\n")
  }

  private static func summary(_ report: BenchReport) -> String {
    let problems = report.cells.flatMap(\.problems).reduce(into: [:]) {
      $0[$1.key, default: 0] += $1.value
    }
    let unread = problems.sorted { $0.key < $1.key }.map { "\($0) \($1)" }.joined(separator: ", ")
    return (unread.isEmpty ? "" : "未读 not read: \(unread)\n")
      + "静默错误 silent errors: \(report.tally.silentErrors); 误类 stray: \(report.strays)"
  }

  private static func percent(_ share: Double?, digits: Int = 1) -> String {
    share.map { String(format: "%.\(digits)f%%", $0 * 100) } ?? "-"
  }

  private static func number(_ value: Double) -> String { String(format: "%.3f", value) }

  private static func megabytes(_ cost: ProcessCost) -> String {
    cost.peakBytes > 0 ? "\(cost.peakBytes / 1_000_000)" : "-"
  }
}
