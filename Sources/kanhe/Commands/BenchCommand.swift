import ArgumentParser
import Benchmarking
import Cases
import Extraction
import Foundation
import MainPath
import Recognition
import Settings

/// `kanhe bench DIR`: how exactly, how honestly and how fast documents with truth are read.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "在带标准答案的材料上衡量读取效果 / Measure reading on documents with truth",
    discussion: """
      在目录中查找图片或 PDF 及其旁边的同名 JSON（x.json 或 x.jpg.truth.json）。
      DIR is searched for pictures and PDFs with a JSON of the same name beside them (x.json or x.jpg.truth.json):
      {"kind": …, "world": …, "fields": {name: text as printed or in normal form}, "unscored": [name]}.

      准确 exact: 规范值与答案一致 the value equals the truth, full-width ASCII and white space apart
      静默错误 silent: 已接受但有误 accepted and wrong; 误类 stray: 页面上没有的证件的已接受字段 accepted in a \
      document that is not on the page
      生僻 rare: 答案含 chi_sim 没有的汉字 the truth has a Han character that chi_sim lacks
      CPU: 每个文件的 CPU 秒数，含读取进程的启动 CPU seconds a file, the reader's start included; MB: 读取进程的内存峰值 \
      peak memory of a reader

      出现静默错误或误类时以 15 结束 / Ends with 15 where there is a silent error or a stray.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, table }

  @Argument(help: "材料目录 / Folder of documents with truth")
  var folder: String

  @Option(help: "只衡量这些种类，逗号分隔 / These kinds only, separated by commas")
  var kinds = ""

  @Option(help: "只衡量这些环境，逗号分隔 / These worlds only (flatbed,copier,phone,…)")
  var worlds = ""

  @Flag(help: "逐个字段列出 / A row for each field")
  var byField = false

  @Flag(help: "列出每个不准确的字段 / List every field that is not exact")
  var errors = false

  @Flag(help: "各字段类型的概率可靠性 / How honest the probabilities are, for each type of field")
  var calibration = false

  @Option(help: "把每个字段的依据写入此文件，供概率校准 / Write what spoke for each field here, for calibration")
  var evidence: String?

  @Flag(help: "用已安装的其他程序读取同样的图片 / Have other installed programs read the same pictures")
  var peers = false

  @Option(help: "装有 RapidOCR 的 Python / The Python in which RapidOCR is installed")
  var python = "python3"

  @Option(help: "输出格式 / Output format")
  var format = Format.table

  @Option(help: "读取进程数 / Number of reader processes")
  var jobs = 1

  @OptionGroup var options: ModelOptions

  func validate() throws {
    if !(1...64).contains(jobs) { throw ValidationError("--jobs: 1…64") }
  }

  func run() async throws {
    let specimens = try wantedSpecimens()
    let run = BenchRun(options: options, jobs: jobs, known: try knownCharacters())
    var (cells, outcomes): ([CellReport], [FieldOutcome]) = ([], [])
    let programs = peers ? Peers.installed(python: python) : []
    if peers { announce(programs) }
    for cell in BenchCell.all(of: specimens) {
      let (report, markings) = try await run.measure(cell, peers: programs)
      cells.append(report)
      outcomes += markings.flatMap(\.fields)
    }
    let types = calibration || evidence != nil ? try FieldTypes(options) : nil
    if let evidence, let types { try write(outcomes, types, to: evidence) }
    let report = BenchReport(
      cells: cells, outcomes: outcomes,
      calibratedBy: calibration ? types.map { types in { types.type(of: $0) } } : nil,
      withErrors: errors)
    switch format {
    case .json: Output.line(try JSONLine.text(report))
    case .table: Output.line(BenchTables.text(of: report, byField: byField))
    }
    if report.hasSilentErrors { throw ExitStatus.other }
  }

  private func wantedSpecimens() throws(Problem) -> [Specimen] {
    let (kinds, worlds) = (Self.list(kinds), Self.list(worlds))
    let specimens = SpecimenFolder.specimens(in: URL(fileURLWithPath: folder)).filter {
      (kinds.isEmpty || kinds.contains($0.kind)) && (worlds.isEmpty || worlds.contains($0.world))
    }
    guard !specimens.isEmpty else { throw .noTruth(folder) }
    return specimens
  }

  /// A line of JSON for each field: what was read, what spoke for it, and its type, as
  /// `Models/training/calibration/fit.py` reads it.
  private func write(_ outcomes: [FieldOutcome], _ types: FieldTypes, to path: String) throws {
    let lines = try outcomes.map { outcome in
      try JSONLine.text(TypedOutcome(outcome: outcome, type: types.type(of: outcome)))
    }
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
  }

  private static func list(_ text: String) -> Set<String> {
    Set(text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  private func knownCharacters() throws -> KnownCharacters {
    let path = (options.tessdata ?? Locations.tessdata("")) + "/chi_sim.traineddata"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Problem.unreadableFile(path)
    }
    return try KnownCharacters(trainedData: Array(bytes), name: path)
  }

  private func announce(_ peers: [any Peer]) {
    let names = peers.isEmpty ? "无 none" : peers.map(\.name).joined(separator: "; ")
    Report.line("kanhe: 对比程序 peers: \(names)")
  }
}

/// One field as it was read, with the type that its kind's file gives it.
private struct TypedOutcome: Encodable {
  var outcome: FieldOutcome
  var type: String

  private enum CodingKeys: String, CodingKey { case type }

  func encode(to encoder: any Encoder) throws {
    try outcome.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
  }
}

/// The type that the kind's file gives a field; its name where it gives none.
private struct FieldTypes {
  private var types: [String: String] = [:]

  init(_ options: ModelOptions) throws(Problem) {
    for kind in try DocumentKinds.load(from: Locations.models(told: options.models)).kinds {
      for field in kind.fields {
        types["\(kind.id).\(field.name)"] = field.type.rawValue
        if let until = field.until { types["\(kind.id).\(until)"] = field.type.rawValue }
      }
    }
  }

  func type(of outcome: FieldOutcome) -> String {
    let kinds =
      outcome.kind == Specimen.pair ? ["resident_id_front", "resident_id_back"] : [outcome.kind]
    return kinds.compactMap { types["\($0).\(outcome.field)"] }.first ?? outcome.field
  }
}

extension Problem {
  fileprivate static func noTruth(_ folder: String) -> Problem {
    Problem(
      "no_truth", exit: .unusableInput,
      zh: "\(folder) 中没有带标准答案的材料。", en: "There are no documents with truth in \(folder).",
      remedyZh: "请检查目录以及 --kinds、--worlds。", remedyEn: "Check the folder, --kinds and --worlds.")
  }
}
