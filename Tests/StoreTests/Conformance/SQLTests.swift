import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  struct SQLTests {
    @Test(arguments: Backend.allCases) func valuesComeBack(on backend: Backend) async throws {
      try await backend.withTable { database throws in
        let texts: [String?] = ["", "张三 㐀 𠀀 '\"?", nil]
        let blobs: [[UInt8]?] = [[], Array(0...255), nil]
        let numbers: [Int64?] = [.min, .max, nil]
        try database.write { session throws in
          for ((text, blob), number) in zip(zip(texts, blobs), numbers) {
            let sql = "INSERT INTO a (text, bytes, number) VALUES (?, ?, ?)"
            #expect(try session.execute(sql, [text, blob, number]) == 1)
          }
        }
        try database.read { session throws in
          #expect(try session.values("SELECT text FROM a ORDER BY id") == texts)
          #expect(try session.values("SELECT bytes FROM a ORDER BY id") == blobs)
          #expect(try session.values("SELECT number FROM a ORDER BY id") == numbers)
          #expect(try session.value("SELECT COUNT(*) FROM a") == 3)
          #expect(try session.value("SELECT EXISTS (SELECT 1 FROM a)") == true)
        }
      }
    }

    @Test(arguments: Backend.allCases) func columnsAreChecked(on backend: Backend) async throws {
      try await backend.withTable { database throws in
        try database.write { try $0.execute("INSERT INTO a (text) VALUES (?)", ["x"]) }
        let row = try #require(try database.read { try $0.row("SELECT text, number FROM a") })
        #expect(try row.value("TEXT") == "x")
        #expect(try row.value("number", as: Int?.self) == nil)
        #expect(throws: Problem.self) { try row.value("number", as: Int.self) }
        #expect(throws: Problem.self) { try row.value("text", as: Int.self) }
        #expect(throws: Problem.self) { try row.value("other", as: String.self) }
      }
    }

    @Test(arguments: Backend.allCases) func questionMarksInQuotes(on backend: Backend) async throws
    {
      try await backend.withTable { database throws in
        let sql = """
          SELECT '?' || 'it''s ?' AS x -- ? and 'more
          FROM a AS "what?" WHERE text = ?
          """
        try database.write { try $0.execute("INSERT INTO a (text) VALUES (?)", ["?"]) }
        #expect(try database.read { try $0.values(sql, ["?"]) } == ["?it's ?"])
      }
    }

    @Test(arguments: Backend.allCases) func whatThrowsLeavesNothing(on backend: Backend)
      async throws
    {
      try await backend.withTable { database throws in
        for write in [database.write, database.writeLightly] as [Writing] {
          #expect(throws: Problem.noSuchCase("x")) {
            try write {
              try $0.execute("INSERT INTO a (text) VALUES ('x')")
              throw Problem.noSuchCase("x")
            }
          }
        }
        #expect(try database.read { try $0.value("SELECT COUNT(*) FROM a") } == 0)
      }
    }

    @Test(arguments: Backend.allCases) func faultsEndTheTransaction(on backend: Backend)
      async throws
    {
      try await backend.withTable { database throws in
        let problem = #expect(throws: Problem.self) {
          try database.write { session in
            try session.execute("INSERT INTO a (id, text) VALUES (1, 'x')")
            _ = try? session.execute("INSERT INTO a (id, text) VALUES (1, 'x')")
          }
        }
        #expect(problem?.code == "database_fault")
        #expect(try database.read { try $0.value("SELECT COUNT(*) FROM a") } == 0)
      }
    }

    /// What the database says of itself must not carry values of rows.
    @Test(arguments: Backend.allCases) func faultsNameNoValues(on backend: Backend) async throws {
      try await backend.withTable { database throws in
        let problem = #expect(throws: Problem.self) {
          try database.write {
            try $0.execute("INSERT INTO a (id, text) VALUES (1, 'secret')")
            try $0.execute("INSERT INTO a (id, text) VALUES (1, 'secret')")
          }
        }
        #expect(problem?.code == "database_fault")
        #expect(problem?.message.contains("secret") == false)
        #expect("\(SQLValue.text("secret"))" == "text")
      }
    }

    @Test(arguments: Backend.allCases) func readingChangesNothing(on backend: Backend) async throws
    {
      try await backend.withTable { database throws in
        #expect(throws: Problem.self) {
          try database.read { try $0.execute("INSERT INTO a (text) VALUES ('x')") }
        }
      }
    }

    @Test(arguments: Backend.allCases) func hintsArrive(on backend: Backend) async throws {
      try await backend.withTable { database throws in
        let (jobs, other) = (SQLChannel("jobs"), SQLChannel("other"))
        let silent = Task { await database.hints(on: other).first { true } != nil }
        let telling = Task {
          while !Task.isCancelled {
            try database.write { try $0.hint(jobs) }
            try await Task.sleep(for: .milliseconds(20))
          }
        }
        #expect(await database.hints(on: jobs).first { true } != nil)
        telling.cancel()
        silent.cancel()
      }
    }
  }
}

private typealias Writing = ((any SQLSession) throws -> Void) throws -> Void

extension Backend {
  /// A database with one table of every type.
  fileprivate func withTable(_ test: (any SQLDatabase) async throws -> Void) async throws {
    try await withWorld { world throws in
      let database = try world.database()
      try database.write { session throws in
        let dialect = session.dialect
        try session.run(
          script: """
            CREATE TABLE a (
              id \(dialect == .sqlite ? "INTEGER" : "BIGSERIAL") PRIMARY KEY, text TEXT,
              bytes \(dialect.blob), number \(dialect.integer)) \(dialect.tableOptions);
            """)
      }
      try await test(database)
    }
  }
}
