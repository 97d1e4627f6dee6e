import Cases
import GRDB

/// What SQLite says of itself, without the statement: values of rows are personal.
func translated<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let error as DatabaseError {
    throw Problem.databaseFault("SQLite \(error.extendedResultCode)")
  }
}
