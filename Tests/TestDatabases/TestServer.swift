package import Foundation
import Store

/// The PostgreSQL that is tested: the one that KANHE_TEST_POSTGRESQL says, or one that is started here and ends with this
/// process.
package enum TestServer {
  package static var address: String {
    get throws { try started.get() }
  }

  private static let started = Result<String, any Error> {
    if let given = ProcessInfo.processInfo.environment["KANHE_TEST_POSTGRESQL"] { return given }
    let process = Process()
    let output = Pipe()
    process.executableURL =
      URL(filePath: #filePath)
      .appending(path: "../../../Scripts/start-postgresql").standardizedFileURL
    process.arguments = [
      "\(NSTemporaryDirectory())/kanhe-postgresql-\(UUID())", String(getpid()),
    ]
    process.standardOutput = output
    try process.run()
    // One line, or nothing where it failed. Neither the end of the pipe nor that of the process is waited for: the server
    // inherits what Foundation watches both by.
    let address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard address.hasPrefix("postgresql:") else { throw NoServer() }
    return address.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The address of one schema of the server, or of what stands in front of it.
  package static func address(of schema: String, on server: String) -> String {
    "\(server)\(server.contains("?") ? "&" : "?")options=-csearch_path%3D\(schema)"
  }

  /// A new schema, empty.
  package static func makeSchema() throws -> String {
    let schema = "test_\(UUID().uuidString.filter { $0 != "-" }.lowercased())"
    try run("CREATE SCHEMA \(schema)")
    return schema
  }

  package static func drop(_ schema: String) throws { try run("DROP SCHEMA \(schema) CASCADE") }

  /// The address of a new database, empty.
  package static func makeDatabase() throws -> String {
    let name = "test_\(UUID().uuidString.filter { $0 != "-" }.lowercased())"
    try command("psql", ["--quiet", "--command=CREATE DATABASE \(name)", try address])
    guard var parts = URLComponents(string: try address) else { throw NoServer() }
    parts.path = "/\(name)"
    guard let text = parts.string else { throw NoServer() }
    return text
  }

  package static func drop(database address: String) throws {
    let name = URLComponents(string: address)?.path.dropFirst() ?? ""
    try command(
      "psql",
      ["--quiet", "--command=DROP DATABASE \(name) WITH (FORCE)", try self.address])
  }

  package static func restore(_ dump: URL, into address: String) throws {
    try command("pg_restore", ["--exit-on-error", "--dbname=\(address)", dump.path])
  }

  private static func command(_ name: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CommandFailed(name: name) }
  }

  struct CommandFailed: Error { let name: String }

  private static func run(_ script: String) throws {
    try PostgreSQLDatabase(at: PostgreSQLAddress(address)).write { try $0.run(script: script) }
  }

  struct NoServer: Error, CustomStringConvertible {
    let description =
      "PostgreSQL could not be started: see Scripts/start-postgresql, or set KANHE_TEST_POSTGRESQL"
  }
}
