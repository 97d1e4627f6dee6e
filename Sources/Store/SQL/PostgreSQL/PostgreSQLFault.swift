import Cases

/// What went wrong, in PostgreSQL's own classes.
enum PostgreSQLFault: Error, Equatable {
  /// The server said no; five characters of SQLSTATE (PostgreSQL manual, Appendix A).
  case refused(sqlState: String)
  /// The connection is gone.
  case lost(String)

  /// Another transaction was in the way, and the same may well succeed the next time: serialization failure, deadlock.
  var isOfTheMoment: Bool {
    self == .refused(sqlState: "40001") || self == .refused(sqlState: "40P01")
  }

  /// The server ends connections when it is stopped (57P01 to 57P03, 57P05) or when they sleep in a transaction (25P03).
  var isLoss: Bool {
    switch self {
    case .lost: true
    case .refused(let state): ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state)
    }
  }

  /// Without the server's message, which may hold values of rows.
  var problem: Problem {
    switch self {
    case .refused: .databaseFault(description)
    case .lost: .databaseUnreachable(description)
    }
  }
}

extension PostgreSQLFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .refused(let state): "PostgreSQL \(state)"
    case .lost(let reason): reason
    }
  }
}
