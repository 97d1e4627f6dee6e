import Foundation
import Synchronization

/// Listens for hints on a connection and a thread of its own.
final class PostgreSQLListener: Sendable {
  /// One channel of PostgreSQL for all of ours, which are named in the payload.
  static let channel = "kanhe"

  private enum State { case idle, listening, stopped }

  private let state = Mutex(State.idle)
  private let pool: PostgreSQLPool
  private let board: HintBoard

  init(_ pool: PostgreSQLPool, _ board: HintBoard) { (self.pool, self.board) = (pool, board) }

  /// Once; further calls do nothing.
  func start() {
    let isFirst = state.withLock { state in
      defer { if state == .idle { state = .listening } }
      return state == .idle
    }
    if isFirst { Thread.detachNewThread { self.listen() } }
  }

  /// Within a second.
  func stop() { state.withLock { $0 = .stopped } }

  private var isStopped: Bool { state.withLock { $0 == .stopped } }

  private func listen() {
    while !isStopped {
      try? follow()
      // What was said while nobody listened is lost, so everybody looks.
      board.tellAll()
      Thread.sleep(forTimeInterval: 1)
    }
  }

  private func follow() throws {
    let connection = try pool.separate()
    _ = try connection.run(script: "LISTEN \(Self.channel)")
    board.tellAll()
    while !isStopped {
      if let name = try connection.notification(within: 1000) { board.tell(name) }
    }
  }
}
