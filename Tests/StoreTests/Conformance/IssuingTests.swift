import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  struct IssuingTests {
    @Test(arguments: Backend.allCases) func issuedResultIsOnBothSides(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        try store.issueSample(record)

        #expect(try store.load(record.id).state == .issued)
        #expect(try store.publicRecord(sampleLocator) == .sample())
        #expect(try store.hiddenPDF(sampleLocator) == [9, 9, 9])
        let handOver = try store.handOver(of: record.id)
        #expect(handOver.secret == Array(0..<16))
        #expect(handOver.pdf == Array("%PDF-secret".utf8))
      }
    }

    @Test(arguments: Backend.allCases) func noCaseIsIssuedTwice(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        try store.issueSample(record)
        let again = try store.load(record.id)
        let problem = #expect(throws: Problem.self) {
          try store.issueSample(again, as: String(sampleLocator.reversed()))
        }
        #expect(problem?.code == "case_closed")
        #expect(try store.publicRecord(String(sampleLocator.reversed())) == nil)
      }
    }

    /// The public record cannot be stored (its sampleLocator is taken): then nothing at all has happened.
    @Test(arguments: Backend.allCases) func issuingIsAllOrNothing(on backend: Backend) async throws
    {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        try store.issueSample(record)
        let other = try store.open(matter: "m", at: moment)

        let problem = #expect(throws: Problem.self) { try store.issueSample(other) }

        #expect(problem?.code == "database_fault")
        #expect(try store.load(other.id) == other)
        #expect(throws: Problem.nothingToHandOver(other.id)) { try store.handOver(of: other.id) }
      }
    }

    @Test(arguments: Backend.allCases) func rejectedCaseIsNotIssued(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        var rejected = record
        rejected.state = .rejected
        try store.save(rejected)
        #expect(throws: Problem.caseClosed(record.id, state: .rejected)) {
          try store.issueSample(record)
        }
      }
    }

    @Test(arguments: Backend.allCases) func recordMustNameItsResult(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        let handOver = try #require(HandOver(secret: Array(0..<16), pdf: []))
        #expect(throws: Problem.self) {
          try store.issue(record, publicly: .sample(), hiddenPDF: [], handOver: handOver)
        }
        #expect(HandOver(secret: [1], pdf: []) == nil)
      }
    }

    @Test(arguments: Backend.allCases) func confirmedHandOverIsErased(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        try store.issueSample(record)
        try store.confirmHandOver(of: record.id, by: "王敏", at: moment)

        #expect(throws: Problem.nothingToHandOver(record.id)) { try store.handOver(of: record.id) }
        #expect(try store.load(record.id).events.last?.what == "handed_over")
        #expect(try store.publicRecord(sampleLocator)?.status == .valid)
        #expect(throws: Problem.nothingToHandOver(record.id)) {
          try store.confirmHandOver(of: record.id, by: "王敏", at: moment)
        }
      }
    }

    @Test(arguments: Backend.allCases) func whatNobodyFetchedIsErased(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        try store.issueSample(record)
        #expect(try store.eraseHandOvers(olderThan: moment, at: moment).isEmpty)
        #expect(try store.eraseHandOvers(olderThan: moment + 1, at: moment) == [record.id])
        #expect(try store.load(record.id).events.last?.what == "hand_over_expired")
      }
    }

    /// A delivery that fails for weeks, on a full disk say, keeps what is to be delivered; so does one that nobody has begun.
    @Test(arguments: Backend.allCases) func whatIsStillToBeDeliveredStays(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        func expire() throws -> [String] {
          try store.eraseHandOvers(olderThan: moment + 1, at: moment)
        }
        let id = try store.submit(
          NewSubmission([], matter: "m", source: "s", deliverTo: "/out"), at: moment
        ).caseID
        try store.issueSample(store.load(id))
        #expect(try expire().isEmpty)

        let queue = JobQueue(store)
        try store.database.write { try $0.add(NewJob(.deliver, of: id, in: id, .batch)) }
        let job = try #require(try queue.claim(by: "w"))
        try queue.bury(job, because: .databaseFault("disk"))
        try store.database.write { try store.markDelivered(id, $0) }
        #expect(try expire().isEmpty, "delivered as it was before, and not with its result")

        try store.redrive(job.id, by: "王敏", at: moment)
        let again = try #require(try queue.claim(by: "w"))
        try queue.complete(again) { _ in [] }
        #expect(try expire() == [id])
      }
    }

    /// A portal that has fetched a result does not take it away from the folder that waits for it too.
    @Test(arguments: Backend.allCases) func whatIsStillToBeDeliveredIsNotConfirmed(
      on backend: Backend
    ) async throws {
      try await backend.withStore { store throws in
        let id = try store.submit(
          NewSubmission([], matter: "m", source: "s", deliverTo: "/out"), at: moment
        ).caseID
        try store.issueSample(store.load(id))
        func confirm() throws { try store.confirmHandOver(of: id, by: "http", at: moment) }
        #expect(throws: Problem.stillToBeDelivered(id)) { try confirm() }

        let queue = JobQueue(store)
        try store.database.write { session in
          try session.add(NewJob(.deliver, of: id, in: id, .batch))
          try store.markDelivered(id, session)
        }
        let job = try #require(try queue.claim(by: "w"))
        #expect(throws: Problem.stillToBeDelivered(id)) { try confirm() }
        #expect(try store.handOver(of: id).pdf.count == 11)

        try queue.complete(job) { _ in [] }
        try confirm()
        #expect(throws: Problem.nothingToHandOver(id)) { try confirm() }
      }
    }

    /// Not in the database's journal either.
    @Test(arguments: [true, false]) func whatIsErasedIsOverwritten(isConfirmed: Bool) async throws {
      try await Backend.sqlite.withWorld { world throws in
        let store = try world.store()
        let id = try store.open(matter: "m", at: moment).id
        try store.issueSample(store.load(id))
        let sealed = try #require(
          try store.database.read { try $0.value("SELECT sealed FROM handOver", as: [UInt8].self) })
        func isThere() -> Bool {
          ["kanhe.sqlite", "kanhe.sqlite-wal"].contains {
            let file = world.folder.url.appending(path: $0)
            return (try? Data(contentsOf: file))?.range(of: Data(sealed)) != nil
          }
        }
        #expect(isThere())
        if isConfirmed {
          try store.confirmHandOver(of: id, by: "王敏", at: moment)
        } else {
          _ = try store.eraseHandOvers(olderThan: moment + 1, at: moment)
        }
        #expect(!isThere())
      }
    }

    @Test(arguments: Backend.allCases) func revokedOnceWithItsFirstReason(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        try store.issueSample(record)
        try store.revoke(
          resultOf: record.id, because: .falseStatement, note: "材料不实", by: "王敏", at: moment)
        try store.revoke(resultOf: record.id, because: .other, by: "李强", at: moment + 60)

        let published = try #require(try store.publicRecord(sampleLocator))
        #expect(published.status == .revoked)
        #expect(published.revocationReason == .falseStatement)
        #expect(published.revokedAt == "2026-03-12T02:00:00Z")
        #expect(
          try store.load(record.id).events.filter { $0.what == "revoked" }.map(\.detail)
            == ["false_statement: 材料不实"])
      }
    }

    @Test(arguments: Backend.allCases) func onlyAResultCanBeRevoked(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let record = try store.open(matter: "m", at: moment)
        #expect(throws: Problem.noSuchResult(record.id)) {
          try store.revoke(resultOf: record.id, because: .other, by: "王敏", at: moment)
        }
      }
    }

    @Test func statusDependsOnTheDay() throws {
      var published = PublicRecord.sample()
      let last = try #require(CalendarDay("2030-03-12"))
      let after = try #require(CalendarDay("2030-03-13"))
      #expect(published.status(on: last) == .valid)
      #expect(published.status(on: after) == .expired)
      published.status = .revoked
      #expect(published.status(on: after) == .revoked)
    }

    @Test func secretIsNotPrinted() throws {
      let handOver = try #require(HandOver(secret: Array(repeating: 77, count: 16), pdf: [1, 2]))
      #expect("\(handOver)" == "HandOver(2 bytes)")
      var dumped = ""
      dump(handOver, to: &dumped)
      #expect(!dumped.contains("77"))
    }
  }
}
