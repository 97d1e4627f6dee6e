import Cases
import Foundation
import GRDB

/// A transaction in SQLite.
final class SQLiteSession: SQLSession {
  private let database: Database
  private(set) var hints: Set<SQLChannel> = []

  /// The first thing that went wrong. SQLite would go on after it, but PostgreSQL does not, so nobody may rely on that.
  private(set) var fault: Problem?

  init(_ database: Database) { self.database = database }

  var dialect: SQLDialect { .sqlite }

  func execute(_ sql: String, values: [SQLValue]) throws -> Int {
    try noted {
      let before = database.totalChangesCount
      try statement(sql, values).execute()
      // What changed the shape of a table leaves the count of the change before it.
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  func rows(_ sql: String, values: [SQLValue]) throws -> [SQLRow] {
    try noted {
      let statement = try statement(sql, values)
      let columns = statement.columnNames
      return try Row.fetchAll(statement).map { row in
        SQLRow(columns: columns, values: row.databaseValues.map(\.sqlValue))
      }
    }
  }

  func run(script: String) throws {
    try noted { try database.execute(sql: script) }
  }

  /// There is one writer at a time.
  func lock(_ lock: SQLLock) {}

  func hint(_ channel: SQLChannel) { hints.insert(channel) }

  private func noted<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try translated(work)
    } catch let problem as Problem {
      fault = fault ?? problem
      throw problem
    }
  }

  private func statement(_ sql: String, _ values: [SQLValue]) throws -> Statement {
    let statement = try database.cachedStatement(sql: sql)
    try statement.setArguments(StatementArguments(values.map(\.databaseValue)))
    return statement
  }
}

extension SQLValue {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }
}

extension DatabaseValue {
  fileprivate var sqlValue: SQLValue {
    switch storage {
    case .null: .null
    case .int64(let number): .integer(number)
    case .double(let number): .real(number)
    case .string(let text): .text(text)
    case .blob(let bytes): .blob(Array(bytes))
    }
  }
}
