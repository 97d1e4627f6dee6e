import Cases
import Store
import Testing

extension StoreConformance {
  struct FullDiskTests {
    private let big = [UInt8](repeating: 7, count: 100_000)

    /// No room for the last row of an issue: then nothing has happened, and when there is room it does.
    @Test(arguments: Backend.allCases) func issuingWithoutRoom(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        try store.database.write { try fill($0) }

        let problem = #expect(throws: Problem.self) {
          try store.issueSample(record, hiddenPDF: big)
        }

        #expect(problem?.code == "database_fault")
        #expect(try store.load(record.id) == record)
        #expect(try store.publicRecord(sampleLocator) == nil)
        #expect(try store.logHead().size == 0)
        try store.database.write { try empty($0) }
        try store.issueSample(record, hiddenPDF: big)
        #expect(try store.logHead().size == 1)
      }
    }

    /// SQLite really has no page left; PostgreSQL answers as it does when a file cannot grow (53100).
    private func fill(_ session: any SQLSession) throws {
      switch session.dialect {
      case .sqlite:
        let pages = try session.value("PRAGMA page_count", as: Int.self) ?? 0
        _ = try session.rows("PRAGMA max_page_count = \(pages)")
      case .postgresql:
        try session.run(
          script: """
            CREATE FUNCTION noRoom() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN RAISE EXCEPTION ''no room'' USING ERRCODE = ''53100''; END';
            CREATE TRIGGER noRoom BEFORE INSERT ON logNode
              FOR EACH ROW EXECUTE FUNCTION noRoom();
            """)
      }
    }

    private func empty(_ session: any SQLSession) throws {
      switch session.dialect {
      case .sqlite: _ = try session.rows("PRAGMA max_page_count = 1073741823")
      case .postgresql: try session.run(script: "DROP TRIGGER noRoom ON logNode")
      }
    }
  }
}
