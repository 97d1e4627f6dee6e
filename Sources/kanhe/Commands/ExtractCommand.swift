import ArgumentParser
import Cases
import Extraction
import Foundation
import Intake
import MainPath

/// `kanhe extract FILE…`: fields only, one JSON line per file.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "读取文件中的证件与表单字段 / Read the fields of documents and forms")

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, table }

  @Argument(help: "图片或 PDF 文件 / Pictures or PDF files")
  var files: [String]

  @Option(help: "只查找该种类 / Look for this kind only")
  var kind: String?

  @Option(help: "输出格式 / Output format")
  var format = Format.json

  @Option(help: "同时读取的文件数 / Files read at the same time")
  var jobs: Int?

  @OptionGroup var believed: TrustOptions
  @OptionGroup var options: ModelOptions

  func validate() throws {
    if let jobs, !(1...64).contains(jobs) {
      throw ValidationError("--jobs: 1…64")
    }
  }

  func run() async throws {
    let trust = try believed.store()
    let workshop = try await Workshop.open(
      options, data: believed.data, jobs: jobs ?? min(files.count, 2))
    try checkKind(in: workshop.models)
    try await workshop.startReading()
    let reading = BatchReading(
      readers: workshop.readers, limits: workshop.limits, kind: kind, trust: trust)
    var endings: [ExitStatus] = []
    for await result in reading.results(of: files, jobs: jobs ?? 2) {
      try show(result)
      endings.append(result.ending)
      Report.progress(endings.count, of: files.count, "读取 reading")
    }
    await workshop.readers.stop()
    let ending = ExitStatus.ofBatch(endings)
    if ending != .done { throw ending }
  }

  private func checkKind(in models: URL) throws {
    guard let kind else { return }
    let known = try DocumentKinds.load(from: models).names
    guard known.contains(kind) else { throw Problem.unknownKind(kind, known: known) }
  }

  private func show(_ reading: FileReading) throws {
    if let problem = reading.error { Report.say(problem, about: reading.file) }
    switch format {
    case .json: Output.line(try JSONLine.text(reading))
    case .table: Output.line(FieldTable.text(of: reading))
    }
  }
}

extension FileReading {
  /// How reading this file ended: its problem, else whether a person must look at its signatures or at a field.
  var ending: ExitStatus {
    if let error { return error.exit }
    if documents.isEmpty { return .unusableInput }
    if !signaturesHold { return .needsPerson }
    let fields = documents.flatMap(\.fields.values)
    return fields.contains { $0.state == .review || $0.state == .missing } ? .needsPerson : .done
  }
}
