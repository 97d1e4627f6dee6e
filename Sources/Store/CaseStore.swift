import Cases
import Foundation
import GRDB

/// Cases, references and results of one hall, in SQLite. One method per fact; what belongs together is one transaction,
/// and a transaction that returned is on the disk.
package struct CaseStore: Sendable {
  private let writer: any DatabaseWriter
  let dataKey: DataKey

  /// Opens the folder's database and brings it up to date.
  ///
  /// - Throws: `Problem.newerSchema`, `.databaseFault`, `.dataKeyUnusable`, `.unwritable`.
  package init(in folder: DataFolder) throws {
    dataKey = try DataKey(of: folder)
    // Two processes that make the same tables at the same moment would trip over each other.
    writer = try FolderLock(folder: folder).hold {
      try translated {
        let pool = try DatabasePool(path: folder.database.path, configuration: Self.configuration)
        // GRDB sets NORMAL with WAL, which may lose the last transactions when the power fails.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try migrate(pool, at: folder.url.path)
        return pool
      }
    }
  }

  /// A store that is gone with the process.
  package static func inMemory() throws -> CaseStore { try CaseStore() }

  private init() throws {
    dataKey = DataKey()
    writer = try translated {
      let queue = try DatabaseQueue(configuration: Self.configuration)
      try migrate(queue, at: ":memory:")
      return queue
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    // What was erased is overwritten.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    return configuration
  }

  func read<Value>(_ look: (Database) throws -> Value) throws -> Value {
    try translated { try writer.read(look) }
  }

  /// One transaction: all of it or, when it throws, nothing.
  func write<Value>(_ change: (Database) throws -> Value) throws -> Value {
    try translated { try writer.write(change) }
  }
}

private func migrate(_ writer: some DatabaseWriter, at place: String) throws {
  let migrator = Schema.migrator
  if try writer.read(migrator.hasBeenSuperseded) { throw Problem.newerSchema(place) }
  try migrator.migrate(writer)
}

/// What SQLite says of itself, without the statement: values of rows are personal.
private func translated<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let error as DatabaseError {
    throw Problem.databaseFault("SQLite \(error.extendedResultCode)")
  }
}
