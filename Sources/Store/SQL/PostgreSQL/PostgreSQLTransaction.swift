import Cases

/// One try at a transaction on one connection.
struct PostgreSQLTransaction {
  enum Outcome<Value> {
    case committed(Value)
    /// Nothing has happened, and it may be tried again.
    case undone(PostgreSQLFault)
    /// The answer to COMMIT was lost. The number of the transaction is there where it was asked for.
    case unanswered(Value, number: String?, PostgreSQLFault)
  }

  enum Kind: String {
    case reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    /// Asks for the number by which the server can be asked later what became of it.
    case durable = "BEGIN; SELECT CAST(pg_current_xact_id() AS TEXT)"
    case light = "BEGIN; SET LOCAL synchronous_commit = off"
  }

  let connection: PostgreSQLConnection
  let kind: Kind

  /// - Throws: what `work` throws; `Problem.databaseFault` where trying again would not help.
  func run<Value>(_ work: (any SQLSession) throws -> Value) throws -> Outcome<Value> {
    let session = PostgreSQLSession(connection)
    do {
      let number = try connection.run(script: kind.rawValue).firstText
      let value = try work(session)
      // Whoever caught an error of the database and went on has no transaction any more.
      if let fault = session.fault { throw fault.problem }
      return try commit(value, number)
    } catch {
      _ = try? connection.run(script: "ROLLBACK")
      guard let fault = session.fault ?? error as? PostgreSQLFault else { throw error }
      if fault.isOfTheMoment || fault.isLoss { return .undone(fault) }
      throw error is PostgreSQLFault ? fault.problem : error
    }
  }

  private func commit<Value>(_ value: Value, _ number: String?) throws -> Outcome<Value> {
    do {
      // To a transaction that has failed the server answers ROLLBACK, and calls it a success.
      guard try connection.run(script: "COMMIT").command == "COMMIT" else {
        throw Problem.databaseFault("PostgreSQL did not commit")
      }
      return .committed(value)
    } catch let fault as PostgreSQLFault where fault.isLoss {
      return .unanswered(value, number: kind == .durable ? number : nil, fault)
    }
  }
}
