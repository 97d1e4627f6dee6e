import Cases
import Dispatch
import Synchronization

/// Connections that are open and at rest, and how many more there may be.
final class PostgreSQLPool: Sendable {
  /// A connection in transit. It is unchecked because a connection is either in the pool or with the one who took it.
  private struct Resting: @unchecked Sendable {
    let connection: PostgreSQLConnection
  }

  private let address: PostgreSQLAddress
  let options: PostgreSQLOptions
  private let places: DispatchSemaphore
  private let resting = Mutex<[Resting]>([])

  init(_ address: PostgreSQLAddress, _ options: PostgreSQLOptions) {
    (self.address, self.options) = (address, options)
    places = DispatchSemaphore(value: 0)
    // A semaphore that is let go with fewer places than it was made with stops the program.
    for _ in 0..<max(1, options.connections) { places.signal() }
  }

  /// Lends a connection. It comes back when the work is done, unless it is broken.
  ///
  /// - Throws: `PostgreSQLFault.lost` where none can be had; what `work` throws.
  func lend<Value>(fresh: Bool = false, _ work: (PostgreSQLConnection) throws -> Value) throws
    -> Value
  {
    guard places.wait(timeout: .now() + .seconds(options.answerWithin)) == .success else {
      throw PostgreSQLFault.lost("all \(options.connections) connections are in use")
    }
    defer { places.signal() }
    if fresh { resting.withLock { $0 = [] } }
    let waiting = resting.withLock { $0.popLast()?.connection }
    let connection = try waiting ?? PostgreSQLConnection(to: address, options)
    defer {
      if connection.isAtRest {
        let back = Resting(connection: connection)
        resting.withLock { $0.append(back) }
      }
    }
    return try work(connection)
  }

  /// One of its own, for listening.
  func separate() throws -> PostgreSQLConnection { try PostgreSQLConnection(to: address, options) }
}
