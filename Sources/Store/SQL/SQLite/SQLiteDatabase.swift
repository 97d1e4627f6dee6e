import Cases
package import Foundation
import GRDB

/// One SQLite database, whose other users are processes on this machine.
package struct SQLiteDatabase: SQLDatabase {
  private let writer: any DatabaseWriter
  private let board = HintBoard()

  package var dialect: SQLDialect { .sqlite }

  /// Opens the file, with a write-ahead log that is on the disk with every commit.
  ///
  /// - Throws: `Problem.databaseFault`.
  package init(file: URL, clock: @escaping @Sendable () -> Date = { Date() }) throws {
    writer = try translated {
      try DatabasePool(path: file.path, configuration: Self.configuration(clock))
    }
  }

  /// A database that is gone with the process.
  ///
  /// - Throws: `Problem.databaseFault`.
  package init(inMemoryWith clock: @escaping @Sendable () -> Date = { Date() }) throws {
    writer = try translated { try DatabaseQueue(configuration: Self.configuration(clock)) }
  }

  package func read<Value>(_ look: (any SQLSession) throws -> Value) throws -> Value {
    try translated { try writer.read { try look(SQLiteSession($0)) } }
  }

  @discardableResult
  package func write<Value>(_ change: (any SQLSession) throws -> Value) throws -> Value {
    try write("FULL", change)
  }

  @discardableResult
  package func writeLightly<Value>(_ change: (any SQLSession) throws -> Value) throws -> Value {
    try write("NORMAL", change)
  }

  package func hints(on channel: SQLChannel) -> AsyncStream<Void> { board.stream(on: channel) }

  package func copy(to file: URL) throws {
    // Otherwise others could read it.
    try DurableFile(path: file.path).write([], .keepFirst)
    try translated {
      let copy = try DatabaseQueue(path: file.path)
      try writer.backup(to: copy)
      let found = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
      guard found == ["ok"] else { throw Problem.databaseFault("the copy is damaged") }
      try copy.close()
    }
  }

  package func scrub() throws {
    try translated {
      // Somebody who reads may keep the log from being emptied; then the next time does it.
      try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }
  }

  /// GRDB sets NORMAL with a write-ahead log, which may lose the last transactions when the power fails; a commit with
  /// FULL takes all before it to the disk too. One connection writes both kinds, so that nobody in this process waits
  /// for the lock of another.
  private func write<Value>(_ level: String, _ change: (any SQLSession) throws -> Value) throws
    -> Value
  {
    let (value, hints) = try translated {
      try writer.writeWithoutTransaction { database in
        try database.cachedStatement(sql: "PRAGMA synchronous = \(level)").execute()
        let session = SQLiteSession(database)
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try change(session)
          if let fault = session.fault { throw fault }
          return .commit
        }
        guard let value else { throw Problem.internalFault("a transaction without a value") }
        return (value, session.hints)
      }
    }
    board.tell(hints)
    return value
  }

  private static func configuration(_ clock: @escaping @Sendable () -> Date) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .callback(BusyWaiting.callback)
    configuration.prepareDatabase { database in
      // What was erased is overwritten.
      try database.execute(sql: "PRAGMA secure_delete = ON")
      let time = DatabaseFunction("databaseTime", argumentCount: 0) { _ in
        Int64((clock().timeIntervalSince1970 * 1000).rounded(.down))
      }
      database.add(function: time)
    }
    return configuration
  }
}
