import Glibc

/// Asks, over another connection, what became of a transaction whose commit was not answered.
struct CommitInquiry {
  let pool: PostgreSQLPool
  let number: String

  /// Nil where nobody can say: no connection, or the server is still at it.
  func wasCommitted() -> Bool? {
    let deadline = ContinuousClock.now + .seconds(pool.options.settledWithin)
    repeat {
      switch try? status() {
      case "committed": return true
      case "aborted": return false
      default: usleep(200_000)
      }
    } while .now < deadline
    return nil
  }

  private func status() throws -> String? {
    try pool.lend(fresh: true) { connection in
      let rows = try connection.run(
        "SELECT pg_xact_status(CAST(? AS xid8)) AS status", [.text(number)]
      ).rows()
      return try rows.first?.value("status")
    }
  }
}
