import Cases

/// A transaction in PostgreSQL.
final class PostgreSQLSession: SQLSession {
  private let connection: PostgreSQLConnection

  /// The first thing that went wrong: the transaction has failed from there on, whatever its owner made of it.
  private(set) var fault: PostgreSQLFault?

  init(_ connection: PostgreSQLConnection) { self.connection = connection }

  var dialect: SQLDialect { .postgresql }

  func execute(_ sql: String, values: [SQLValue]) throws -> Int {
    try noted { try connection.run(sql, values).changedRows }
  }

  func rows(_ sql: String, values: [SQLValue]) throws -> [SQLRow] {
    try noted { try connection.run(sql, values).rows() }
  }

  func run(script: String) throws {
    _ = try noted { try connection.run(script: script) }
  }

  func lock(_ lock: SQLLock) throws {
    _ = try execute(
      "SELECT pg_advisory_xact_lock(hashtext(current_schema()), CAST(? AS INTEGER))",
      values: [.integer(lock.rawValue)])
  }

  func hint(_ channel: SQLChannel) throws {
    _ = try execute(
      "SELECT pg_notify(?, ?)", values: [.text(PostgreSQLListener.channel), .text(channel.name)])
  }

  private func noted<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let fault as PostgreSQLFault {
      self.fault = self.fault ?? fault
      throw fault.problem
    }
  }
}
