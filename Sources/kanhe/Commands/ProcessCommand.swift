import ArgumentParser
import Cases
import Casework

/// `kanhe process FILE… --matter M`: to the sealed result and its QR code.
struct ProcessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: "办理一个案件：读取、填表、比对、决定、出具结果 / Take one case from its files to its result")

  @Argument(help: "案件的材料 / The materials of the case")
  var files: [String]

  @Option(help: "事项 / The matter, a file in Models/matters")
  var matter: String

  @Option(help: "结果目录 / Folder for the result")
  var out: String?

  @OptionGroup var data: DataOption
  @OptionGroup var database: DatabaseOption
  @OptionGroup var options: ModelOptions

  func run() async throws {
    let out = try out.map(ResultFolder.init)
    let hall = try await Hall.open(
      data: data.data, options, jobs: min(files.count, 2), database: database.database)
    try await hall.workshop.startReading()
    let record = try await hall.process(files, matter: matter)
    await hall.path.readers.stop()
    for material in record.materials {
      if let problem = material.error { Report.say(problem, about: material.file) }
    }
    try hall.report(record, to: out)
  }
}
