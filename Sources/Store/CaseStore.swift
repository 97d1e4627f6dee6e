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

  /// Opens the folder's database, or another one, and brings it up to date. The keys are the folder's either way. Folder and
  /// database are each other's from the first time on.
  ///
  /// - Throws: what `HallBinding` throws.
  package init(in folder: DataFolder, database: (any SQLDatabase)? = nil) throws {
    let binding = try HallBinding(of: folder, in: database?.dialect ?? .sqlite)
    if let database {
      (self.database, dataKey) = (database, try binding.open(database))
    } else {
      // Two processes that make the same file at the same moment would trip over each other.
      (self.database, dataKey) = try FolderLock(folder: folder).hold {
        let own = try binding.ownDatabase()
        return (own, try binding.open(own))
      }
    }
  }

  func read<Value>(_ look: (any SQLSession) throws -> Value) throws -> Value {
    try database.read(look)
  }

  func write<Value>(_ change: (any SQLSession) throws -> Value) throws -> Value {
    try database.write(change)
  }
}
