import Foundation

/// `kanhe serve` as a process of its own, on a port of its own.
final class KanheService {
  struct NotListening: Error { let log: String }

  let client: HallServiceClient
  /// From the start of the process to the first answer of `/livez`.
  let startup: Duration
  private let process: Process
  private let output: ScratchFile
  private let errors: ScratchFile

  /// - Parameter data: the data folder, made if it is not there.
  init(
    data: String, port: Int = 0, environment: [String: String] = [:], arguments: [String] = []
  ) async throws {
    process = Process()
    process.executableURL = KanheProgram.executable
    process.arguments = ["serve", "--listen", "127.0.0.1:\(port)", "--data", data] + arguments
    process.environment = KanheProgram.environment.merging(environment) { $1 }
    (output, errors) = (try ScratchFile(), try ScratchFile())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = errors.handle
    let start = ContinuousClock.now
    try process.run()
    let (process, errors) = (process, errors)
    var port: Int?
    _ = try await eventually {
      port = Self.port(in: try errors.text())
      return port != nil || !process.isRunning
    }
    guard let port else {
      process.terminate()
      throw NotListening(log: try errors.text())
    }
    client = HallServiceClient(port: port)
    _ = try await client.get("/livez")
    startup = .now - start
  }

  var id: Int32 { process.processIdentifier }

  var hasEnded: Bool { !process.isRunning }

  /// Everything it has said.
  var log: String { ((try? errors.text()) ?? "") + ((try? output.text()) ?? "") }

  /// Ends it as an operator does; gives its status and how long it took.
  func terminate() async throws -> (status: Int32, time: Duration) {
    let start = ContinuousClock.now
    process.terminate()
    let process = process
    _ = try await eventually { !process.isRunning }
    return (process.isRunning ? -1 : process.terminationStatus, .now - start)
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  private static func port(in log: String) -> Int? {
    log.split(separator: "\n").lazy
      .compactMap { $0.wholeMatch(of: /kanhe: http:\/\/127\.0\.0\.1:(\d+)/) }
      .compactMap { Int($0.1) }.first
  }
}
