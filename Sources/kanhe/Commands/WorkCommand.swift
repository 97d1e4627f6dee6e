import ArgumentParser
import Cases
import Casework
import HallService
import Logging
import ServiceLifecycle

/// `kanhe work`: one more process, or one more machine, that works on the queue.
struct WorkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: "增加一个办理进程 / One more process that works on the queue")

  @OptionGroup var data: DataOption
  @OptionGroup var database: DatabaseOption
  @OptionGroup var options: ModelOptions

  func run() async throws {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    let logger = Logger(label: "kanhe")
    let hall = try await Hall.open(data: data.data, options, database: database.database)
    try await hall.workshop.startReading()
    Report.line("kanhe: 开始办理 working")
    try await RunServices.untilStopped(hall.workServices(logger), logger: logger)
  }
}

extension Hall {
  /// By the process that serves: once is enough.
  func housekeeping(_ logger: Logger) -> [(name: String, service: any Service)] {
    let days = workshop.settings.handOverDays
    return [("housekeeping", Housekeeping(office, handOverDays: days, logger: logger))]
  }

  /// Readers and the workers that use them, in the order in which they start.
  func workServices(_ logger: Logger) -> [(name: String, service: any Service)] {
    [
      ("readers", ReaderService(readers: path.readers)),
      (
        "workers",
        CaseWorkers(
          office, count: workshop.settings.readerCount, watch: CrashTests.watch, logger: logger)
      ),
    ]
  }
}
