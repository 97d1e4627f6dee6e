import Cases
import Foundation
import Testing

@testable import Store

extension StoreConformance {
  /// Who has the database, and not the key, learns nothing about people from it.
  struct SealedColumnTests {
    private static let name = "邝喆"
    private static let hash = String(repeating: "5e", count: 32)

    @Test(arguments: Backend.allCases) func nothingOfAPersonLiesInTheOpen(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let id = try fill(store)
        try expectNothingInTheOpen(store.database)
        try expectEverything(of: id, in: store)
      }
    }

    @Test(arguments: Backend.allCases) func whatLayInTheOpenIsSealed(on backend: Backend)
      async throws
    {
      try await backend.withWorld { world in
        let database = try world.database()
        let steps = try Schema.steps(
          for: database.dialect, DataKey.make(in: world.folder))
        let before = steps.prefix { $0.name < "010" }
        try database.migrate(Array(before), at: "")
        try database.write { try fillInTheOpen($0) }

        let store = try world.store()
        try expectNothingInTheOpen(store.database)
        try expectEverything(of: "1", in: store)
        let again = try store.submit(submission, at: moment)
        #expect(again.isRepetition && again.caseID == "1", "the key still stands for this content")
        #expect(throws: (any Error).self, "events are only appended to") {
          try store.database.write { try $0.execute("UPDATE caseEvent SET note = NULL") }
        }
      }
    }

    @Test(arguments: Backend.allCases) func whatIsPutElsewhereDoesNotOpen(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let (a, b) = (try fill(store), try store.open(matter: nil, at: moment).id)
        try store.database.write { session in
          _ = try session.execute(
            "UPDATE caseRecord SET record = (SELECT record FROM caseRecord WHERE id = ?) WHERE id = ?",
            [a, b])
        }
        let problem = #expect(throws: Problem.self) { try store.load(b) }
        #expect(problem?.code == "data_key_unusable")
      }
    }

    private var submission: NewSubmission {
      NewSubmission(
        [.init(name: "\(Self.name).jpg", sha256: Self.hash, bytes: 1)], source: "s", key: "k")
    }

    private var reading: FileReading {
      var reading = FileReading(file: "\(Self.name).jpg", sha256: Self.hash, pages: 1)
      reading.milliseconds = 7
      return reading
    }

    private func fill(_ store: CaseStore) throws -> String {
      let receipt = try store.submit(submission, at: moment)
      let paper = try #require(try store.document(receipt.documents[0]))
      try store.database.write { session in
        _ = try store.keep(reading, of: paper, as: .read, session)
      }
      try store.append(
        CaseEvent(at: "2026-03-12T02:00:00Z", by: "w", what: "noted", detail: Self.name),
        to: receipt.caseID)
      var record = try store.load(receipt.caseID)
      record.materials = [reading]
      try store.save(record)
      let claim = Array(Self.name.utf8)
      try store.begin(PaperClaimRow(open: claim, id: "c", folder: "f"), files: 1)
      try store.database.write { session in
        _ = try store.close(claim: "c", as: .accepted, claim, caseID: record.id, in: session)
      }
      return record.id
    }

    /// As version 0.4.0 wrote it.
    private func fillInTheOpen(_ session: any SQLSession) throws {
      var record = CaseRecord(
        id: "1", matter: nil, state: .open, openedAt: "2026-03-12T02:00:00Z", events: [])
      record.materials = [reading]
      try session.execute(
        "INSERT INTO caseRecord (id, state, openedAt, record) VALUES ('1', 'open', ?, ?)",
        [record.openedAt, Array(try JSONEncoder().encode(record))])
      try session.execute(
        """
        INSERT INTO caseEvent (caseID, position, at, by, what, detail)
        VALUES ('1', 0, '2026-03-12T02:00:00Z', 'w', 'noted', ?)
        """, [Self.name])
      try session.execute(
        """
        INSERT INTO document (id, caseID, position, name, sha256, bytes, source, state, arrivedAt,
          reading) VALUES ('p', '1', 0, ?, ?, 1, 's', 'read', 0, ?)
        """, ["\(Self.name).jpg", Self.hash, Array(try JSONEncoder().encode(reading))])
      try session.execute(
        """
        INSERT INTO submissionKey (key, content, caseID, arrivedAt) VALUES ('k', ?, '1', 0)
        """, [submission.content])
      try session.execute(
        """
        INSERT INTO paperClaim (id, folder, state, files, claim, ending, caseID)
        VALUES ('c', 'f', 'accepted', 1, ?, ?, '1')
        """, [Array(Self.name.utf8), Array(Self.name.utf8)])
    }

    private func expectEverything(of id: String, in store: CaseStore) throws {
      let record = try store.load(id)
      #expect(record.materials == [reading])
      #expect(record.events.last?.detail == Self.name)
      let paper = try #require(try store.documents(of: id).first)
      #expect(paper.name == "\(Self.name).jpg" && paper.sha256 == Self.hash)
      #expect(try store.readings(of: id) == [reading])
      let claim = try #require(try store.claims(of: id).first)
      #expect(claim.claim == Array(Self.name.utf8) && claim.ending == claim.claim)
    }

    private func expectNothingInTheOpen(_ database: any SQLDatabase) throws {
      let tables = [
        "caseRecord", "caseEvent", "document", "submissionKey", "paperClaim", "job", "jobSource",
        "delivery",
      ]
      for table in tables {
        let rows = try database.read { try $0.rows("SELECT * FROM \(table)") }
        for (column, value) in rows.flatMap({ zip($0.columns, $0.values) }) {
          #expect(!value.holds(Self.name) && !value.holds(Self.hash), "\(table).\(column)")
        }
      }
    }
  }
}

extension SQLValue {
  fileprivate func holds(_ text: String) -> Bool {
    switch self {
    case .text(let own): own.contains(text)
    case .blob(let bytes): Data(bytes).range(of: Data(text.utf8)) != nil
    case .null, .integer, .real: false
    }
  }
}
