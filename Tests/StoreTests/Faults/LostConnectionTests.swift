import Cases
import Foundation
import Store
import TestDatabases
import Testing

/// What happens to transactions when the connection to PostgreSQL does not hold.
struct LostConnectionTests {
  /// The server ended the connection, at rest or in the midst of a transaction: it is done over again, and once.
  @Test(arguments: [false, true]) func killedConnectionIsReplaced(_ inside: Bool) async throws {
    try await Backend.postgresql.withWorld { world in
      let database = try world.database()
      try makeTable(in: database)
      let killer = try world.database()
      var tries = 0
      try database.write { session in
        tries += 1
        try session.execute("INSERT INTO a (text) VALUES ('x')")
        if inside, tries == 1 { try kill(session, by: killer) }
        try session.execute("INSERT INTO a (text) VALUES ('y')")
      }
      if !inside { try killAll(by: killer) }
      #expect(try database.read { try $0.value("SELECT COUNT(*) FROM a") } == 2)
      #expect(tries == (inside ? 2 : 1))
    }
  }

  /// COMMIT never reached the server, or its answer never came back: the server is asked what became of it.
  @Test(arguments: [TestProxy.Mood.losesCommit, .losesAnswerToCommit])
  func lostCommitIsSettled(_ mood: TestProxy.Mood) async throws {
    try await withProxy { proxy, database throws in
      var tries = 0
      proxy.mood = mood
      try database.write {
        tries += 1
        try $0.execute("INSERT INTO a (text) VALUES ('x')")
      }
      #expect(try database.read { try $0.value("SELECT COUNT(*) FROM a") } == 1)
      #expect(tries == (mood == .losesCommit ? 2 : 1))
    }
  }

  /// The server is gone with the answer: nobody knows, and that is what is said.
  @Test func unknownCommitIsNotRepeated() async throws {
    try await withProxy { proxy, database throws in
      var tries = 0
      proxy.mood = .losesAnswerAndServer
      let problem = #expect(throws: Problem.self) {
        try database.write {
          tries += 1
          try $0.execute("INSERT INTO a (text) VALUES ('x')")
        }
      }
      #expect(problem?.code == "commit_unknown")
      #expect(tries == 1)
      proxy.mood = .faithful
      #expect(try database.read { try $0.value("SELECT COUNT(*) FROM a") } == 1)
    }
  }

  @Test func halfOpenConnectionEndsWithinSeconds() async throws {
    try await withProxy { proxy, database throws in
      proxy.mood = .silent
      let start = ContinuousClock.now
      let problem = #expect(throws: Problem.self) {
        try database.write { try $0.execute("INSERT INTO a (text) VALUES ('x')") }
      }
      #expect(problem?.code == "database_unreachable")
      #expect(.now - start < .seconds(15))
      proxy.mood = .faithful
      #expect(try database.read { try $0.value("SELECT COUNT(*) FROM a") } == 0)
    }
  }

  /// A client that has stopped in a transaction keeps its locks for seconds, not for ever.
  @Test func sleepingClientLosesItsLocks() async throws {
    try await Backend.postgresql.withWorld { world in
      var options = PostgreSQLOptions()
      options.idleInTransaction = 1
      let (sleeper, other) = (try world.database(options), try world.database())
      try makeTable(in: other)
      try other.write { try $0.execute("INSERT INTO a (text) VALUES ('x')") }
      var tries = 0
      try sleeper.write { session in
        tries += 1
        try session.execute("UPDATE a SET text = text || 's'")
        guard tries == 1 else { return }
        Thread.sleep(forTimeInterval: 1.5)
        try other.write { try $0.execute("UPDATE a SET text = text || 'o'") }
      }
      #expect(try other.read { try $0.value("SELECT text FROM a") } == "xos")
    }
  }

  @Test func wrongAddresses() {
    for text in [
      "postgresql://user:secret@host/db", "host=a password=secret", "nonsense",
      "postgresql://user@host/db?sslpassword=secret",
    ] {
      let problem = #expect(throws: Problem.self) { try PostgreSQLAddress(text) }
      #expect(problem?.code == "bad_database_address")
      #expect(problem?.message.contains("secret") == false)
    }
    let problem = #expect(throws: Problem.self) {
      try PostgreSQLDatabase(at: PostgreSQLAddress("postgresql://user@/db?host=/nowhere"))
    }
    #expect(problem?.code == "database_unreachable")
  }

  private func withProxy(_ test: (TestProxy, any SQLDatabase) throws -> Void) async throws {
    try await Backend.postgresql.withWorld { world in
      let proxy = try TestProxy(before: TestServer.address, in: world.folder.url)
      defer { proxy.close() }
      var options = PostgreSQLOptions()
      (options.answerWithin, options.connectWithin, options.settledWithin) = (1, 2, 1)
      let address = try PostgreSQLAddress(world.address(of: proxy.address))
      let database = try PostgreSQLDatabase(at: address, options)
      try makeTable(in: database)
      try test(proxy, database)
    }
  }

  private func makeTable(in database: any SQLDatabase) throws {
    try database.write { try $0.run(script: "CREATE TABLE a (text TEXT)") }
  }

  private func kill(_ session: any SQLSession, by killer: any SQLDatabase) throws {
    let process = try session.value("SELECT CAST(pg_backend_pid() AS BIGINT)", as: Int.self)
    try killer.write {
      _ = try $0.row("SELECT pg_terminate_backend(CAST(? AS INTEGER))", [process])
    }
  }

  private func killAll(by killer: any SQLDatabase) throws {
    try killer.write {
      _ = try $0.rows(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'kanhe' AND state = 'idle' AND pid <> pg_backend_pid()
        """)
    }
  }
}
