import ArgumentParser
import Cases
import Foundation
import Intake
import MainPath
import Settings

/// What every command that reads takes.
struct ModelOptions: ParsableArguments {
  @Option(help: "Models 目录 / The Models folder")
  var models: String?

  @Option(help: "Tesseract 模型目录 / Folder of Tesseract's models")
  var tessdata: String?

  @Flag(help: "读取进程不能完全隔离时拒绝运行 / Refuse to run where readers cannot be confined completely")
  var strict = false
}

/// Where a command keeps its cases, keys and settings.
struct DataOption: ParsableArguments {
  @Option(help: "数据目录，首次使用时创建 / The data folder, made on first use")
  var data = "./kanhe-data"
}

/// Which database, for commands that run on several machines.
struct DatabaseOption: ParsableArguments {
  @Option(
    help:
      "PostgreSQL 地址，默认用数据目录中的 SQLite / PostgreSQL's address; SQLite in the data folder by default")
  var database: String?
}

/// Readers and limits, put together from options and settings.
struct Workshop {
  var settings: Settings
  let models: URL
  let readers: ReaderPool
  var limits: IntakeLimits {
    IntakeLimits(
      bytes: settings.largestFile, pixels: settings.largestPicture, pages: settings.mostPages)
  }

  static func open(_ options: ModelOptions, data: String?, jobs: Int? = nil) async throws
    -> Workshop
  {
    let settings = try await Settings.load(dataFolder: data)
    let models = try Locations.models(told: options.models)
    let tessdata = options.tessdata ?? Locations.tessdata(settings.tessdata)
    let launch = ReaderLaunch(
      executable: Locations.executable,
      configuration: .documents(models: models.path, tessdata: tessdata),
      timeoutSeconds: settings.readerTimeoutSeconds,
      limits: ReaderLimits(
        memoryMegabytes: settings.readerMemoryMegabytes, cpuSeconds: settings.readerCPUSeconds,
        objects: settings.mostObjects, expandedMegabytes: settings.largestExpansionMegabytes),
      isStrict: options.strict || settings.readerIsStrict,
      showsErrors: ProcessInfo.processInfo.environment["KANHE_READER_ERRORS"] != nil)
    let readers = ReaderPool(launch, count: jobs ?? settings.readerCount)
    return Workshop(settings: settings, models: models, readers: readers)
  }
  /// Starts the first reader, which shows that reading is possible at all, and says loudly what does not stand around it.
  /// - Throws: `reader_not_confined` where strict operation was asked for, `missing_language`, `bad_model`.
  func startReading() async throws(Problem) {
    for gap in try await readers.confinement().gaps {
      Report.line("kanhe: 读取进程未隔离：\(gap.wall.zh)（\(gap.reason)）")
      Report.line("       readers are not confined: \(gap.wall.en) (\(gap.reason))")
    }
  }
}
