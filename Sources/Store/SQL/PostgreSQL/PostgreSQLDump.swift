import Cases
import Foundation

/// PostgreSQL's own tool for one moment of a database: `pg_restore` reads the file.
struct PostgreSQLDump {
  let address: PostgreSQLAddress

  /// - Throws: `Problem.backupTool` where pg_dump is not there or fails; it has then said why on standard error.
  func write(to file: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "pg_dump", "--format=custom", "--no-password", "--file=\(file.path)",
      "--dbname=\(address.text)",
    ]
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { throw Problem.backupTool("pg_dump") }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Problem.backupTool("pg_dump") }
  }
}
