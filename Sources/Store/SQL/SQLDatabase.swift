package import Foundation

/// A database that keeps a hall: SQLite on one machine, PostgreSQL for several. Transactions block their thread. They
/// are not nested.
package protocol SQLDatabase: Sendable {
  var dialect: SQLDialect { get }

  /// One moment of the database.
  ///
  /// - Throws: `Problem.databaseFault`, and what `look` throws.
  func read<Value>(_ look: (any SQLSession) throws -> Value) throws -> Value

  /// One transaction: all of it or, when it throws, nothing. It is on the disk when this returns. `change` may run more
  /// than once, where another transaction was in its way.
  ///
  /// - Throws: `Problem.databaseFault`; `Problem.commitUnknown` where the answer to the commit was lost, so that it may
  ///   or may not have happened; what `change` throws.
  @discardableResult
  func write<Value>(_ change: (any SQLSession) throws -> Value) throws -> Value

  /// As `write`, but a power failure within a second may undo it, in the order in which it was written: for what is
  /// only worth something while the machine runs, such as leases.
  @discardableResult
  func writeLightly<Value>(_ change: (any SQLSession) throws -> Value) throws -> Value

  /// Something for every hint that reaches this process, several at once being one. Ends with the database.
  func hints(on channel: SQLChannel) -> AsyncStream<Void>

  /// One moment of all that is in it, in a new file, beside whoever writes.
  ///
  /// - Throws: `Problem.databaseFault`, `.backupTool`, `.unwritable`.
  func copy(to file: URL) throws

  /// Takes what was erased out of the database's journal too, as far as the database can: SQLite's write-ahead log is
  /// emptied; PostgreSQL's is recycled in its own time.
  ///
  /// - Throws: `Problem.databaseFault`.
  func scrub() throws
}
