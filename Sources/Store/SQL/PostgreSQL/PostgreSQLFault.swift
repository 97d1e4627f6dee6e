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
    case .refused(let state):
      Self.words[state].map { "PostgreSQL \(state), \($0)" } ?? "PostgreSQL \(state)"
    case .lost(let reason): reason
    }
  }

  /// The conditions that an administrator can do something about, as the manual calls them.
  private static let words = [
    "25006": "read only SQL transaction", "28000": "invalid authorization specification",
    "42501": "insufficient privilege", "53100": "disk full", "53200": "out of memory",
    "53300": "too many connections", "55P03": "lock not available",
    "57014": "query canceled: statement timeout", "58030": "I/O error",
  ]
}
