import Cases
import Foundation

/// Cases, references and results of one hall. One method per fact; what belongs together is one transaction, and a
/// transaction that returned is on the disk.
///
/// Changes have a form that takes part in a transaction of the caller's, `in: session`, so that a result and the job
/// that made it are stored together or not at all.
package struct CaseStore: Sendable {
  package let database: any SQLDatabase
  let dataKey: DataKey

  /// Opens the folder's database, or another one, and brings it up to date. The keys are the folder's either way.
  ///
  /// - Throws: `Problem.newerSchema`, `.databaseFault`, `.dataKeyUnusable`, `.unwritable`.
  package init(in folder: DataFolder, database: (any SQLDatabase)? = nil) throws {
    dataKey = try DataKey(of: folder)
    if let database {
      try database.migrate(Schema.steps(for: database.dialect, dataKey), at: folder.url.path)
      self.database = database
    } else {
      self.database = try Self.ownDatabase(of: folder, dataKey)
    }
  }

  /// A store that is gone with the process.
  package static func inMemory() throws -> CaseStore {
    try CaseStore(database: try SQLiteDatabase(inMemoryWith: { Date() }))
  }

  private init(database: SQLiteDatabase) throws {
    dataKey = DataKey()
    try database.migrate(Schema.steps(for: .sqlite, dataKey), at: ":memory:")
    self.database = database
  }

  /// Two processes that make the same file at the same moment would trip over each other.
  private static func ownDatabase(of folder: DataFolder, _ key: DataKey) throws -> SQLiteDatabase {
    try FolderLock(folder: folder).hold {
      let database = try SQLiteDatabase(file: folder.database)
      try database.migrate(Schema.steps(for: .sqlite, key), at: folder.url.path)
      return database
    }
  }

  func read<Value>(_ look: (any SQLSession) throws -> Value) throws -> Value {
    try database.read(look)
  }

  func write<Value>(_ change: (any SQLSession) throws -> Value) throws -> Value {
    try database.write(change)
  }
}
