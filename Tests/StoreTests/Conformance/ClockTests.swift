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

    /// A lease is good where it ends neither before now nor later than a whole lease from now; so a clock that was set back
    /// keeps nobody out.
    @Test(arguments: Backend.allCases) func leasesOutliveNoJump(on backend: Backend) async throws {
      try await backend.withWorld { world throws in
        let clock = JumpingClock()
        let database = try world.store(clock: clock.now).database
        try database.write { session throws in
          let (integer, now) = (session.dialect.integer, session.dialect.now)
          try session.run(script: "CREATE TABLE lease (leaseUntil \(integer) NOT NULL)")
          try session.execute("INSERT INTO lease (leaseUntil) VALUES (\(now) + ?)", [5_000])
        }
        #expect(try database.read(living) == 1)
        try clock.jump(by: 3_600, of: database)
        #expect(try database.read(living) == 0)
        try clock.jump(by: -3_600, of: database)
        #expect(try database.read(living) == 0)
        try clock.jump(by: 0, of: database)
        #expect(try database.read(living) == 1)
      }
    }

    private func living(_ session: any SQLSession) throws -> Int? {
      let now = session.dialect.now
      return try session.value(
        "SELECT COUNT(*) FROM lease WHERE leaseUntil > \(now) AND leaseUntil <= \(now) + ?",
        [5_000])
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
