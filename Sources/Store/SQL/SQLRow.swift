import Cases

/// A row of a result.
package struct SQLRow: Sendable {
  /// As the database names them: PostgreSQL does not keep capitals.
  let columns: [String]
  let values: [SQLValue]

  /// The value under a name, capitals aside: `let id: String = try row.value("id")`. A column that may be NULL is read as
  /// an optional.
  ///
  /// - Throws: `Problem.databaseFault` where there is no such column, or where it holds another type.
  package func value<Value: SQLConvertible>(_ column: String, as: Value.Type = Value.self) throws
    -> Value
  {
    guard let index = columns.firstIndex(where: { $0.isSameColumn(as: column) }),
      values.indices.contains(index)
    else { throw Problem.databaseFault("no column \(column)") }
    guard let value = Value(sqlValue: values[index]) else {
      throw Problem.databaseFault("column \(column) is no \(Value.self)")
    }
    return value
  }
}

extension String {
  /// Names are ASCII; only A to Z is folded.
  fileprivate func isSameColumn(as other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.lowered == $1.lowered }
  }
}

extension UInt8 {
  fileprivate var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
