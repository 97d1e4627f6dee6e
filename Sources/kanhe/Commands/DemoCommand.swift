import ArgumentParser
import Cases
import Casework
import Foundation
import MainPath
import Settings

/// `kanhe demo`: the main job on Samples/, and a table of what happened.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "在 Samples/ 上运行主流程 / Run the main job on Samples/")

  @Option(help: "结果目录 / Folder for the results")
  var out = "./kanhe-demo"

  @Option(help: "示例目录 / The Samples folder")
  var samples: String?

  @OptionGroup var data: DataOption
  @OptionGroup var database: DatabaseOption
  @OptionGroup var options: ModelOptions

  func run() async throws {
    let out = try ResultFolder(out)
    let folder = try Locations.samples(told: samples)
    let hall = try await Hall.open(data: data.data, options, database: database.database)
    try await hall.workshop.startReading()
    try importReferences(from: folder, into: hall)
    let samples = try Sample.all(in: folder)
    var outcomes: [SampleOutcome] = []
    for sample in samples {
      Report.progress(outcomes.count, of: samples.count, sample.name)
      outcomes.append(try await run(sample, hall, out))
    }
    Report.progress(samples.count, of: samples.count, "")
    await hall.path.readers.stop()
    Output.line(DemoTable.text(of: outcomes))
    Output.line("结果在 results in: \(out.url.path)")
    let surprises = outcomes.flatMap(\.surprises)
    for surprise in surprises { Report.line("kanhe: \(surprise)") }
    if !surprises.isEmpty { throw ExitStatus.other }
  }

  private func importReferences(from folder: URL, into hall: Hall) throws {
    let references = folder.appending(path: "reference")
    let files = try FileManager.default.contentsOfDirectory(
      at: references, includingPropertiesForKeys: nil)
    for file in files where file.pathExtension == "csv" {
      try hall.store.importReference(
        file.deletingPathExtension().lastPathComponent, csv: Array(try Data(contentsOf: file)),
        at: Date())
    }
  }

  private func run(_ sample: Sample, _ hall: Hall, _ out: ResultFolder) async throws
    -> SampleOutcome
  {
    let record = try await hall.process(sample.files.map(\.path), matter: sample.matter)
    try out.write(record, as: sample.name, from: hall.office)
    var outcome = SampleOutcome(sample: sample, record: record)
    guard record.state == .issued else { return outcome }
    let folder = out.url.appending(path: sample.name)
    let judging = Judging(trust: hall.path.office.trust, online: false, isStrict: false)
    for file in ["result.pdf", "code.png"] {
      outcome.verdicts += try await judging.verdicts(on: folder.appending(path: file).path)
    }
    return outcome
  }
}
