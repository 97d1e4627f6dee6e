import CPostgreSQL
import Cases

/// What the server answered.
final class PostgreSQLResult {
  private let handle: OpaquePointer

  /// Takes over the handle.
  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQclear(handle) }

  /// Nil where it succeeded.
  var fault: PostgreSQLFault? {
    let status = PQresultStatus(handle)
    if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY {
      return nil
    }
    // libpq's own errors have no state.
    guard let state = kanhe_sqlstate(handle) else { return .lost("no answer") }
    return .refused(sqlState: String(cString: state))
  }

  /// `COMMIT`, `UPDATE 1`.
  var command: String { String(cString: PQcmdStatus(handle)) }

  var changedRows: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

  /// The first column of the first row of an answer in text.
  var firstText: String? {
    guard PQntuples(handle) > 0, PQnfields(handle) > 0, let value = PQgetvalue(handle, 0, 0) else {
      return nil
    }
    return String(cString: value)
  }

  /// - Throws: `Problem.databaseFault` where a column is of a type that is not ours.
  func rows() throws -> [SQLRow] {
    let count = PQnfields(handle)
    let columns = (0..<count).map { PQfname(handle, $0).map { String(cString: $0) } ?? "" }
    return try (0..<PQntuples(handle)).map { row in
      SQLRow(columns: columns, values: try (0..<count).map { try value(row, $0) })
    }
  }

  private func value(_ row: Int32, _ column: Int32) throws -> SQLValue {
    guard PQgetisnull(handle, row, column) == 0, let start = PQgetvalue(handle, row, column) else {
      return .null
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, row, column)))
    let type = PQftype(handle, column)
    switch (type, bytes.count) {
    case (PostgreSQLType.int8, 8), (PostgreSQLType.int4, 4), (PostgreSQLType.int2, 2),
      (PostgreSQLType.bool, 1):
      return .integer(bytes.signedNumber)
    case (PostgreSQLType.float8, 8):
      return .real(Double(bitPattern: UInt64(bitPattern: bytes.signedNumber)))
    case (PostgreSQLType.float4, 4):
      return .real(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bytes.signedNumber))))
    case (PostgreSQLType.bytea, _): return .blob(Array(bytes))
    case (PostgreSQLType.text, _), (PostgreSQLType.name, _):
      return .text(String(decoding: bytes, as: UTF8.self))
    case (PostgreSQLType.void, _): return .null
    default: throw Problem.databaseFault("PostgreSQL type \(type)")
    }
  }
}

extension UnsafeRawBufferPointer {
  /// In network order.
  fileprivate var signedNumber: Int64 {
    let negative = (first ?? 0) & 0x80 != 0
    return reduce(negative ? -1 : 0) { $0 << 8 | Int64($1) }
  }
}
