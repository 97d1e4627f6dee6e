import Cases
import Foundation
import HallService
import Logging
import ResultCodes
import Synchronization
import Transparency

/// A running service on a port of its own.
struct HallServiceHarness {
  var settings = HallSettings(listen: .loopback(port: 0))
  var documents: any DocumentExtracting = EchoingExtractor()
  var results: any PublicResults = ListedResults([])
  var resultLog: any PublicLog = EmptyLog()
  var log = LogLines()
  var finishingWithin = Duration.seconds(8)

  static var pagesFolder: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Models/pages").path()
  }

  /// Starts the service, runs `use`, and stops the service gracefully.
  func run(_ use: @Sendable (HallServiceClient) async throws -> Void) async throws {
    let (ports, port) = AsyncStream<Int>.makeStream()
    let logger = Logger(label: "test", factory: { _ in log })
    let server = try HallServer(
      settings: settings, documents: documents, cases: NoCases(), results: results,
      log: resultLog, status: NoStatus(), pages: await Pages(folder: Self.pagesFolder),
      logger: logger
    ) { port.yield($0) }
    let group = RunServices.group(
      [("http", server)], finishingWithin: finishingWithin, logger: logger)
    async let running: Void = {
      defer { port.finish() }
      try await group.run()
    }()
    for await port in ports.prefix(1) { try await use(HallServiceClient(port: port)) }
    await group.triggerGracefulShutdown()
    try await running
  }
}

/// Reads a file by saying how long it is; an empty one cannot be read.
struct EchoingExtractor: DocumentExtracting {
  func extract(name: String, bytes: [UInt8]) async -> FileReading {
    guard !bytes.isEmpty else { return FileReading(file: name, error: .emptyFile) }
    return FileReading(file: name, pages: bytes.count)
  }
}

/// A log that nothing was written to and that cannot be signed.
struct EmptyLog: PublicLog {
  struct NoKey: Error {}

  func checkpoint() throws -> SignedNote { throw NoKey() }
  func tile(_ tile: LogTile) -> [UInt8]? { nil }
  func proof(of locator: String) -> LogProof? { nil }
}

/// Takes no application in.
struct NoCases: CaseFiling {
  func open(_ application: NewApplication) throws -> OpenedCase { throw Problem.queueFull }
  func record(of id: String) -> CaseRecord? { nil }
  func result(of id: String, _ role: ResultRole) -> CaseResult? { nil }
  func confirmHandOver(of id: String, _ role: ResultRole) throws { throw Problem.queueFull }
}

/// No list at all.
struct NoStatus: PublicStatus {
  func statusToken(_ list: Int) -> StatusToken? { nil }
}

/// Results by locator, and how often one was looked up.
final class ListedResults: PublicResults {
  struct Unreachable: Error {}

  private let records: [String: PublicRecord]
  private let fails: Bool
  let lookups = Atomic(0)

  init(_ records: [PublicRecord], fails: Bool = false) {
    self.records = Dictionary(uniqueKeysWithValues: records.map { ($0.locator, $0) })
    self.fails = fails
  }

  func publicRecord(_ locator: String) async throws -> PublicRecord? {
    lookups.add(1, ordering: .relaxed)
    if fails { throw Unreachable() }
    return records[locator]
  }

  func hiddenPDF(_ locator: String) async throws -> [UInt8]? {
    try await publicRecord(locator).map { _ in [1] }
  }

  func hiddenPicture(_ locator: String) async throws -> [UInt8]? {
    try await publicRecord(locator).map { _ in [2] }
  }

  func publicRecord(ofPDF sha256: String) async throws -> PublicRecord? {
    lookups.add(1, ordering: .relaxed)
    if fails { throw Unreachable() }
    return sha256 == Self.sha256 ? records.values.first : nil
  }

  static let sha256 = String(repeating: "a", count: 64)
}

/// Keeps every log line with its metadata.
struct LogLines: LogHandler {
  private final class Lines: Sendable { let all = Mutex<[String]>([]) }

  private let lines = Lines()
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  var all: [String] { lines.all.withLock { $0 } }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.all.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
  }
}
