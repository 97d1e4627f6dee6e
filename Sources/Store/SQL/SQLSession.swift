/// A transaction that is under way. Good only inside of the closure that it is handed to.
package protocol SQLSession {
  var dialect: SQLDialect { get }

  /// - Returns: how many rows were changed.
  /// - Throws: `Problem.databaseFault`.
  func execute(_ sql: String, values: [SQLValue]) throws -> Int

  /// The rows of a SELECT, or of a change with RETURNING.
  ///
  /// - Throws: `Problem.databaseFault`.
  func rows(_ sql: String, values: [SQLValue]) throws -> [SQLRow]

  /// Statements without arguments, one after the other: shapes of tables.
  ///
  /// - Throws: `Problem.databaseFault`.
  func run(script: String) throws

  /// Makes what is read and then written under this name happen one transaction after the other. Held to the end of the
  /// transaction. Locks are taken in the order of `SQLLock`.
  ///
  /// - Throws: `Problem.databaseFault`.
  func lock(_ lock: SQLLock) throws

  /// Tells whoever waits on the channel, once the transaction is committed. A hint: it may be lost.
  ///
  /// - Throws: `Problem.databaseFault`.
  func hint(_ channel: SQLChannel) throws
}

extension SQLSession {
  /// `try session.execute("UPDATE a SET b = ? WHERE c = ?", [b, c])`
  ///
  /// - Returns: how many rows were changed.
  @discardableResult
  package func execute(_ sql: String, _ arguments: [any SQLConvertible] = []) throws -> Int {
    try execute(sql, values: arguments.map(\.sqlValue))
  }

  package func rows(_ sql: String, _ arguments: [any SQLConvertible] = []) throws -> [SQLRow] {
    try rows(sql, values: arguments.map(\.sqlValue))
  }

  /// The first row; nil where there is none.
  package func row(_ sql: String, _ arguments: [any SQLConvertible] = []) throws -> SQLRow? {
    try rows(sql, arguments).first
  }

  /// The first column of the first row; nil where there is no row, or where it is NULL.
  package func value<Value: SQLConvertible>(
    _ sql: String, _ arguments: [any SQLConvertible] = [], as: Value.Type = Value.self
  ) throws -> Value? {
    guard let row = try row(sql, arguments), let column = row.columns.first else { return nil }
    return try row.value(column, as: Value?.self)
  }

  /// The first column of every row.
  package func values<Value: SQLConvertible>(
    _ sql: String, _ arguments: [any SQLConvertible] = [], as: Value.Type = Value.self
  ) throws -> [Value] {
    try rows(sql, arguments).map { try $0.value($0.columns.first ?? "", as: Value.self) }
  }

  /// The database's time in milliseconds since 1970.
  package var now: Int64 { get throws { try value("SELECT databaseTime()") ?? 0 } }
}
