import Foundation
import Store
import Synchronization
import Testing

extension StoreConformance {
  struct ClockTests {
    @Test(arguments: Backend.allCases) func timeIsMilliseconds(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        let before = Date().timeIntervalSince1970 * 1000
        let now = try store.database.read { try $0.now }
        let after = Date().timeIntervalSince1970 * 1000
        #expect((before - 2...after + 2).contains(Double(now)))
      }
    }

    /// A clock that was set forward costs leases; one that was set back keeps nobody waiting.
    @Test(arguments: Backend.allCases) func theQueueOutlivesJumps(on backend: Backend) async throws
    {
      try await backend.withWorld { world throws in
        let clock = JumpingClock()
        let store = try world.store(clock: clock.now)
        let queue = JobQueue(store, lease: 5_000)
        let id = try store.open(matter: nil, at: moment).id
        func claim() throws -> Job { try #require(try queue.claim(by: "a")) }
        try store.database.write { try $0.add(NewJob(.read, of: "p", in: id, .batch)) }
        _ = try claim()
        #expect(try queue.tidyUp() == 0)
        try clock.jump(by: 3_600, of: store.database)
        #expect(try queue.tidyUp() == 1)
        let job = try claim()
        try clock.jump(by: 0, of: store.database)
        #expect(try queue.tidyUp() == 1, "a lease from the future")
        let again = try claim()
        #expect(again.fence == job.fence + 1)

        try clock.jump(by: 3_600, of: store.database)
        try queue.keep([again])
        try queue.retry(again, after: 50, because: .leaseLost)
        try clock.jump(by: 0, of: store.database)
        #expect(try queue.tidyUp() == 1, "a delay from the future")
      }
    }

    @Test(arguments: Backend.allCases) func aRatedSourceOutlivesJumps(on backend: Backend)
      async throws
    {
      try await backend.withWorld { world throws in
        let clock = JumpingClock()
        let store = try world.store(clock: clock.now)
        func delay() throws -> Int64 {
          try store.database.write { try $0.delay(of: "s", interval: 1_000) }
        }
        try clock.jump(by: 86_400, of: store.database)
        #expect(try delay() == 0)
        #expect(try (800...1_000).contains(delay()))
        try clock.jump(by: 0, of: store.database)
        #expect(try (1_500...2_000).contains(delay()), "it goes on where it was, a day earlier")
      }
    }
  }
}

/// The machine's clock, or the server's, put forward or back.
private final class JumpingClock: Sendable {
  private let offset = Mutex(0.0)

  var now: @Sendable () -> Date {
    { [self] in Date() + offset.withLock { $0 } }
  }

  func jump(by seconds: Int, of database: any SQLDatabase) throws {
    offset.withLock { $0 = Double(seconds) }
    guard database.dialect == .postgresql else { return }
    try database.write {
      try $0.run(
        script: """
          CREATE OR REPLACE FUNCTION databaseTime() RETURNS BIGINT LANGUAGE sql VOLATILE AS
            'SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)
             + \(seconds) * 1000'
          """)
    }
  }
}
