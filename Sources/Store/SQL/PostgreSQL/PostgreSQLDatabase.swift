import Cases
package import Foundation
import Glibc

/// One PostgreSQL database (13 or later), for several machines.
package final class PostgreSQLDatabase: SQLDatabase {
  /// So often the same is tried at most.
  private static let mostTries = 10
  /// … where the connection is lost each time.
  private static let mostLosses = 3

  private let address: PostgreSQLAddress
  private let pool: PostgreSQLPool
  private let board = HintBoard()
  private let listener: PostgreSQLListener

  package var dialect: SQLDialect { .postgresql }

  /// Connects, so that a wrong address is noticed at once.
  ///
  /// - Throws: `Problem.databaseUnreachable`.
  package init(at address: PostgreSQLAddress, _ options: PostgreSQLOptions = PostgreSQLOptions())
    throws
  {
    self.address = address
    pool = PostgreSQLPool(address, options)
    listener = PostgreSQLListener(pool, board)
    do {
      try pool.lend { _ in }
    } catch let fault as PostgreSQLFault {
      throw fault.problem
    }
  }

  deinit { listener.stop() }

  package func read<Value>(_ look: (any SQLSession) throws -> Value) throws -> Value {
    try settled(.reading, look)
  }

  @discardableResult
  package func write<Value>(_ change: (any SQLSession) throws -> Value) throws -> Value {
    try settled(.durable, change)
  }

  @discardableResult
  package func writeLightly<Value>(_ change: (any SQLSession) throws -> Value) throws -> Value {
    try settled(.light, change)
  }

  package func hints(on channel: SQLChannel) -> AsyncStream<Void> {
    listener.start()
    return board.stream(on: channel)
  }

  package func copy(to file: URL) throws {
    // Otherwise others could read it.
    try DurableFile(path: file.path).write([], .keepFirst)
    try PostgreSQLDump(address: address).write(to: file)
  }

  package func scrub() {}

  private func settled<Value>(
    _ kind: PostgreSQLTransaction.Kind, _ work: (any SQLSession) throws -> Value
  ) throws -> Value {
    var (tries, losses) = (0, 0)
    while true {
      let fault: PostgreSQLFault
      switch try outcome(kind, freshly: losses > 0, work) {
      case .committed(let value): return value
      case .undone(let reason): fault = reason
      case .unanswered(let value, let number, let reason):
        switch kind == .reading ? true : wasCommitted(number) {
        case true?: return value
        case false?: fault = reason
        case nil: throw Problem.commitUnknown(reason.description)
        }
      }
      tries += 1
      losses += fault.isLoss ? 1 : 0
      guard tries < Self.mostTries, losses < Self.mostLosses else { throw fault.problem }
      usleep(.random(in: 1_000...(4_000 << UInt32(tries))))
    }
  }

  private func outcome<Value>(
    _ kind: PostgreSQLTransaction.Kind, freshly: Bool, _ work: (any SQLSession) throws -> Value
  ) throws -> PostgreSQLTransaction.Outcome<Value> {
    do {
      return try pool.lend(fresh: freshly) {
        try PostgreSQLTransaction(connection: $0, kind: kind).run(work)
      }
    } catch let fault as PostgreSQLFault {
      // No connection was to be had.
      return .undone(fault)
    }
  }

  private func wasCommitted(_ number: String?) -> Bool? {
    number.flatMap { CommitInquiry(pool: pool, number: $0).wasCommitted() }
  }
}
