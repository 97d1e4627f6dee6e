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
      showsErrors: ProcessInfo.processInfo.environment["KANHE_READER_ERRORS"] != nil)
    let readers = ReaderPool(launch, count: jobs ?? settings.readerCount)
    return Workshop(settings: settings, models: models, readers: readers)
  }
}
