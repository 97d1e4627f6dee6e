import ArgumentParser
import Cases
import Casework
import Foundation
import HallService
import Intake
import Logging
import MainPath
import ServiceLifecycle
import Store
import Verification

/// `kanhe serve`: the HTTP service.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "运行 HTTP 服务 / Run the HTTP service")

  @Option(help: "监听地址 / Address to listen on, HOST:PORT")
  var listen: String?

  @Option(help: "监视目录，可重复；详细设置见 folders.yaml / Watched folder, may be repeated; see folders.yaml")
  var watch: [String] = []

  @OptionGroup var data: DataOption
  @OptionGroup var database: DatabaseOption
  @OptionGroup var options: ModelOptions

  func run() async throws {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    let logger = Logger(label: "kanhe")
    let hall = try await Hall.open(data: data.data, options, database: database.database)
    try await hall.workshop.startReading()
    let settings = HallSettings(
      listen: try ListenAddress(listen ?? hall.workshop.settings.listen),
      tokens: try hall.workshop.settings.tokens.map(token),
      largestDocument: hall.workshop.settings.largestFile,
      requestsPerMinute: hall.workshop.settings.requestsPerMinute,
      proxies: hall.workshop.settings.proxies)
    let pages = try await Pages(
      folder: hall.workshop.models.appending(path: "pages").path,
      publicAddress: hall.workshop.settings.publicURL)
    let server = try HallServer(
      settings: settings,
      documents: HallDocuments(
        readers: hall.path.readers, limits: hall.path.limits, trust: hall.path.office.trust),
      cases: HallCases(
        reception: Reception(hall.office, watch: CrashTests.watch), office: hall.office,
        mostWaiting: hall.workshop.settings.mostJobs),
      results: hall.store, keys: IssuingKeySet(hall.path.office.trust), log: hall.log,
      status: hall.status, pages: pages, logger: logger
    ) { port in
      Report.line("kanhe: http://\(settings.listen.host):\(port)")
    }
    let services =
      hall.workServices(logger) + hall.housekeeping(logger)
      + (try hall.watching(watch, logger)) + [("http", server)]
    try await RunServices.untilStopped(services, logger: logger)
  }
}

/// A token that is too short guards nothing, and one that is left out without a word would lock its user out.
private func token(_ text: String) throws(Problem) -> APIToken {
  guard let token = APIToken(text) else { throw .weakToken }
  return token
}

extension Problem {
  fileprivate static let weakToken = Problem(
    "weak_token", exit: .configuration,
    zh: "访问令牌过短或含有不允许的字符。", en: "A token is too short or holds characters that are not allowed.",
    remedyZh: "请使用 24 个以上的字母和数字。", remedyEn: "Use at least 24 letters and digits.")
}

extension CaseStore: PublicResults {}

/// Reads posted files with the pool of readers.
private struct HallDocuments: DocumentExtracting {
  let readers: ReaderPool
  let limits: IntakeLimits
  let trust: TrustStore

  func extract(name: String, bytes: [UInt8]) async -> FileReading {
    do {
      let file = try Intake.accept(name: name, bytes: bytes, limits: limits)
      return await readers.read(file, mostPages: limits.pages, trust: trust)
    } catch {
      return FileReading(file: name, error: error)
    }
  }
}

/// Keeps the readers until the service that uses them has stopped.
struct ReaderService: Service {
  let readers: ReaderPool

  func run() async throws {
    try? await gracefulShutdown()
    await readers.stop()
  }
}
