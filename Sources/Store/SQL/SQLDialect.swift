/// What the two databases say differently. Everything else is written once, in SQL that both understand.
///
/// Both fold names without quotes to one name, so quotes are for reserved words only (`"column"`). `?` stands for
/// arguments, in their order, and not where PostgreSQL could not tell the type (`? IS NULL`).
package enum SQLDialect: String, Sendable {
  case sqlite = "SQLite"
  case postgresql = "PostgreSQL"

  /// The type of whole numbers of 64 bits.
  package var integer: String { self == .sqlite ? "INTEGER" : "BIGINT" }

  /// The type of bytes.
  package var blob: String { self == .sqlite ? "BLOB" : "BYTEA" }

  /// The type of a primary key that the database counts up.
  package var countedKey: String {
    self == .sqlite
      ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
  }

  /// Stands behind the closing parenthesis of CREATE TABLE.
  package var tableOptions: String { self == .sqlite ? "STRICT" : "" }

  /// Stands at the end of a SELECT whose rows are about to be changed. SQLite has one writer at a time anyway.
  package var forUpdate: String { self == .sqlite ? "" : "FOR UPDATE" }

  /// The same, but rows that somebody else holds are passed over.
  package var forUpdateSkipLocked: String { self == .sqlite ? "" : "FOR UPDATE SKIP LOCKED" }

  /// The database's time in milliseconds since 1970, one and the same in all of a statement; may be compared with an
  /// indexed column.
  package var now: String { "(SELECT databaseTime())" }
}
