import Cases
import Foundation
import HallService
import Logging
import ResultCodes
import Synchronization

/// The service with its register behind a tap, for all suites; it ends with the test process.
struct Site: Sendable {
  let tap: RecordingTap
  let register: PublicSide
  let paper: Paper
  let log: KeptLog

  /// Signs ordinary results.
  let key: IssuingKey
  /// Listed as no test key.
  let hallKey: IssuingKey
  /// Listed, and revoked tomorrow.
  let revokedKey: IssuingKey

  var address: String { "http://127.0.0.1:\(tap.port)" }

  static func shared() async throws -> Site { try await started.value }

  private static let started = Task { try await Site() }

  private init() async throws {
    tap = try RecordingTap()
    log = KeptLog()
    (key, hallKey, revokedKey) = (
      IssuingKey(isTest: true), IssuingKey(isTest: false), IssuingKey(isTest: false)
    )
    let address = try PublicAddress("http://127.0.0.1:\(tap.port)")
    register = try PublicSide(key: key, address: address)
    paper = try await Paper.issued(at: address, by: key)
    tap.start(to: try await servicePort(address.text))
  }

  private func servicePort(_ address: String) async throws -> Int {
    let (ports, port) = AsyncStream<Int>.makeStream()
    let log = log
    let logger = Logger(label: "test", factory: { _ in log })
    let server = try HallServer(
      settings: HallSettings(listen: .loopback(port: 0)), documents: NoDocuments(),
      cases: NoCases(), results: register, keys: keys, log: register, status: register,
      pages: await Pages(
        folder: Paper.folder.appending(path: "Models/pages").path(), publicAddress: address),
      logger: logger
    ) { port.yield($0) }
    Task { try await server.run() }
    for await port in ports { return port }
    throw CancellationError()
  }

  private var keys: IssuingKeySet {
    let now = Int64(Date().timeIntervalSince1970)
    let year: Int64 = 365 * 86_400
    return IssuingKeySet(
      [
        .init(
          key: key.publicKey, notBefore: now - 9 * year, notAfter: now + 9 * year, isTest: true),
        .init(
          key: hallKey.publicKey, notBefore: now - 86_400, notAfter: now + year, isTest: false),
        .init(
          key: revokedKey.publicKey, notBefore: now - year, notAfter: now + year,
          revokedAt: now + 86_400, isTest: false),
      ], logs: [register.logKey.public.text])
  }
}

private struct NoDocuments: DocumentExtracting {
  func extract(name: String, bytes: [UInt8]) async -> FileReading { FileReading(file: name) }
}

/// Keeps every log line with its metadata.
struct KeptLog: LogHandler {
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

/// Takes no application in.
struct NoCases: CaseFiling {
  func open(_ application: NewApplication) throws -> OpenedCase { throw Problem.queueFull }
  func record(of id: String) -> CaseRecord? { nil }
  func result(of id: String, _ role: ResultRole) -> CaseResult? { nil }
  func confirmHandOver(of id: String, _ role: ResultRole) throws { throw Problem.queueFull }
}
