import Foundation
import Store
import TestDatabases

/// A data folder and a database of its own: a file in it, or a schema of the server.
struct StoreWorld {
  let backend: Backend
  let folder: DataFolder
  /// Nil for SQLite.
  private let schema: String?

  init(_ backend: Backend, _ folder: DataFolder) throws {
    (self.backend, self.folder) = (backend, folder)
    schema = backend == .postgresql ? try TestServer.makeSchema() : nil
  }

  /// The same folder with another database, which is empty.
  func withEmptyDatabase() throws -> StoreWorld {
    if backend == .sqlite {
      for end in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: folder.database.path + end)
      }
    }
    return try StoreWorld(backend, folder)
  }

  func close() throws {
    if let schema { try TestServer.drop(schema) }
  }

  /// As one more process, or machine, opens it.
  func store(clock: @escaping @Sendable () -> Date = { Date() }) throws -> CaseStore {
    try CaseStore(in: folder, database: database(clock: clock))
  }

  func database(
    _ options: PostgreSQLOptions = PostgreSQLOptions(),
    clock: @escaping @Sendable () -> Date = { Date() }
  ) throws -> any SQLDatabase {
    switch backend {
    case .sqlite: try SQLiteDatabase(file: folder.database, clock: clock)
    case .postgresql:
      try PostgreSQLDatabase(at: PostgreSQLAddress(address(of: TestServer.address)), options)
    }
  }

  /// The address of this world's schema on the server, or on what stands in front of it.
  func address(of server: String) -> String {
    TestServer.address(of: schema ?? "public", on: server)
  }
}
