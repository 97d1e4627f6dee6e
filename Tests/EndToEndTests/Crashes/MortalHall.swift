import Cases
import Foundation
import Store
import Synchronization
import TestDatabases
import Testing

/// Where the hall keeps what it knows.
enum CrashBackend: String, CaseIterable, CustomTestStringConvertible {
  case sqlite = "SQLite"
  case postgresql = "PostgreSQL"

  var testDescription: String { rawValue }
}

/// A service and a worker on one data folder, which are killed and started again. Leases are short, so that tests are.
final class MortalHall: Sendable {
  private let folder: ScratchFolder
  private let data: String
  private let port: Int
  /// A schema of the server; nil for SQLite.
  private let schema: String?
  private let environment: [String: String]
  private let processes = Mutex<[String: Process]>([:])
  private let starts = Mutex<[String: Int]>([:])
  private let deaths = Mutex(0)

  /// With the registers of the samples.
  init(_ backend: CrashBackend, lease: Int = 1) async throws {
    folder = try ScratchFolder()
    data = folder.path("data")
    port = try freePort()
    schema = backend == .postgresql ? try TestServer.makeSchema() : nil
    var environment = ["KANHE_ENGINE_LEASE_SECONDS": "\(lease)"]
    if let schema {
      environment["KANHE_STORE_DATABASE"] = TestServer.address(
        of: schema, on: try TestServer.address)
    }
    self.environment = environment
    for name in KanheProgram.samples.appendingPathComponent("reference").names {
      let file = KanheProgram.samples.appendingPathComponent("reference/\(name)")
      let register = file.deletingPathExtension().lastPathComponent
      let ending = try await kanhe("reference", "import", register, file.path)
      try #require(ending.status == 0, "\(ending.errors)")
    }
  }

  deinit {
    for process in processes.withLock({ Array($0.values) }) where process.isRunning {
      kill(process.processIdentifier, SIGKILL)
    }
    if let schema { try? TestServer.drop(schema) }
  }

  var kills: Int { deaths.withLock { $0 } }

  /// How often a command was started.
  func starts(of command: String) -> Int { starts.withLock { $0[command] ?? 0 } }

  /// Starts what does not run.
  func revive(withWorker: Bool = true, dyingAt step: String? = nil) throws {
    try start("serve", ["--listen", "127.0.0.1:\(port)"], step)
    if withWorker { try start("work", [], nil) }
  }

  private func start(_ command: String, _ arguments: [String], _ step: String?) throws {
    try processes.withLock { processes in
      if let process = processes[command], process.isRunning { return }
      starts.withLock { $0[command, default: 0] += 1 }
      var environment = environment
      environment["KANHE_DIE_AT"] = step
      processes[command] = try KanheProgram.start(
        [command, "--data", data] + arguments, environment: environment)
    }
  }

  /// Kills one process, as a power failure would: the service, the worker, or one of their readers.
  func killOne(_ random: inout some RandomNumberGenerator) {
    let parents = processes.withLock { $0.values.filter(\.isRunning).map(\.processIdentifier) }
    let readers = parents.flatMap { ChildProcess.all(of: $0, marked: "reader") }.map(\.id)
    guard let victim = (parents + readers.prefix(1)).randomElement(using: &random) else { return }
    if kill(victim, SIGKILL) == 0 { deaths.withLock { $0 += 1 } }
  }

  /// Posts until it is accepted; a service that died comes back.
  func accepted(_ application: Applications.Application) async throws -> String {
    var id: String?
    let isThere = try await eventuallyAsync {
      id = await application.post(to: HallServiceClient(port: port))
      try revive(withWorker: starts(of: "work") > 0)
      return id != nil
    }
    try #require(isThere)
    return try #require(id)
  }

  /// Waits until the machine has no work left.
  func settled(within limit: Duration) async throws -> StoreCheck? {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
      try revive(withWorker: starts(of: "work") > 0)
      if let check = try await check(), check.documents.open == 0 { return check }
      try await Task.sleep(for: .milliseconds(300))
    }
    return try await check()
  }

  func check() async throws -> StoreCheck? {
    let ending = try await kanhe("fsck", "--format", "json")
    return try? JSONDecoder().decode(StoreCheck.self, from: Data(ending.output.utf8))
  }

  func store() throws -> CaseStore {
    let folder = try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true))
    guard let schema else { return try CaseStore(in: folder) }
    let address = try PostgreSQLAddress(
      TestServer.address(of: schema, on: try TestServer.address))
    return try CaseStore(in: folder, database: PostgreSQLDatabase(at: address))
  }

  func record(of id: String) throws -> CaseRecord { try store().load(id) }

  private func kanhe(_ arguments: String...) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(arguments + ["--data", data], environment: environment)
  }
}
