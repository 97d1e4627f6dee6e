/// How long is waited for what.
package struct PostgreSQLOptions: Sendable {
  /// Connections at a time; whoever comes then waits for one.
  package var connections = 8
  /// Seconds until a connection must stand.
  package var connectWithin = 5
  /// Seconds for a statement; the server ends it.
  package var statementWithin = 20
  /// Seconds without an answer after which the server counts as gone, although the connection looks alive.
  package var answerWithin = 25
  /// Seconds for finding out what became of a commit that was not answered.
  package var settledWithin = 10
  /// Seconds that a client may sleep in a transaction before the server ends it and frees its locks.
  package var idleInTransaction = 15
  /// Seconds until either side notices that the other has vanished from the network.
  package var vanishedWithin = 9

  package init() {}
}
