import Cases
import Foundation
import Store
import Testing

extension Backend {
  /// A store with a case and so many jobs, one a second apart.
  func withQueue(
    jobs: Int = 1, lease: Int64 = 60_000,
    _ test: (CaseStore, JobQueue, String) async throws -> Void
  ) async throws {
    try await withStore { store in
      let id = try store.open(matter: nil, at: moment).id
      try store.database.write { session in
        for number in 0..<jobs {
          try session.add(
            NewJob(.read, of: "paper \(number)", in: id, .batch, due: Int64(number)))
        }
      }
      try await test(store, JobQueue(store, lease: lease), id)
    }
  }
}

extension StoreConformance {
  /// What becomes of jobs that died, were lost, or were overtaken by what a person did.
  struct JobTroubleTests {
    @Test(arguments: Backend.allCases) func deathsAndLossesAreCountedApart(on backend: Backend)
      async throws
    {
      try await backend.withQueue(jobs: 2, lease: 60) { _, queue, _ in
        let first = try #require(try queue.claim(by: "a"))
        try queue.retry(first, after: 0, because: .readerDied("x"), isDeath: true)
        try queue.tidyUp()
        let again = try #require(try queue.claim(by: "a"))
        #expect(again.id == first.id && again.deaths == 1 && again.losses == 0)
        for losses in 1...2 {
          try await Task.sleep(for: .milliseconds(100))
          #expect(try queue.tidyUp() >= 1)
          let next = try #require(try queue.claim(by: "b"))
          if losses == 1 {
            #expect(next.id == first.id && next.losses == 1 && next.attempts == 2)
          } else {
            #expect(next.id != first.id, "what ended two processes lets others go first")
          }
        }
      }
    }

    /// A short lease of one process says nothing of another's.
    @Test(arguments: Backend.allCases) func leasesAreTheirHolders(on backend: Backend) async throws
    {
      try await backend.withQueue(lease: 60_000) { store, queue, _ in
        let job = try #require(try queue.claim(by: "a"))
        let other = JobQueue(store, lease: 50)
        #expect(try other.tidyUp() == 0)
        try queue.complete(job) { _ in [] }
      }
    }

    /// Nobody has taken it up: it is still its holder's.
    @Test(arguments: Backend.allCases) func aLeaseThatIsOverCanBeKept(on backend: Backend)
      async throws
    {
      try await backend.withQueue(lease: 60) { _, queue, _ in
        let job = try #require(try queue.claim(by: "a"))
        try await Task.sleep(for: .milliseconds(100))
        try queue.keep([job])
        #expect(try queue.tidyUp() == 0)
        try queue.complete(job) { _ in [] }
      }
    }

    @Test(arguments: Backend.allCases) func workOnACaseIsToldApart(on backend: Backend) async throws
    {
      try await backend.withQueue { _, queue, id in
        #expect(try queue.work(on: id) == .now)
        let job = try #require(try queue.claim(by: "a"))
        #expect(try queue.work(on: id) == .now)
        try queue.retry(job, after: 60_000, because: .databaseFault("x"))
        #expect(try queue.work(on: id) == .later("database_fault"))
        try queue.hurry(id)
        let again = try #require(try queue.claim(by: "a"))
        try queue.bury(again, because: .databaseFault("x"))
        #expect(try queue.work(on: id) == .none)
      }
    }

    /// Two papers of a case were put aside: with one of them redriven, the case could never go on.
    @Test(arguments: Backend.allCases) func redrivingTakesUpItsLikeToo(on backend: Backend)
      async throws
    {
      try await backend.withQueue(jobs: 2) { store, queue, _ in
        for _ in 0..<2 {
          try queue.bury(try #require(try queue.claim(by: "a")), because: .readerDied("x"))
        }
        let dead = try queue.dead()
        try store.redrive(dead[0].id, by: "b", at: moment)
        #expect(try queue.counts() == JobCounts(waiting: 2, leased: 0, dead: 0))
      }
    }

    @Test(arguments: Backend.allCases) func whatAPersonChangedIsDecidedAnew(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let queue = JobQueue(store, lease: 60_000)
        let record = try store.open(matter: "m", at: moment)
        let issue = NewJob(.issue, of: record.id, in: record.id, .walkIn)
        try store.database.write { try $0.add(issue) }
        let stale = try #require(try queue.claim(by: "a"))
        try store.takeUp(record)
        #expect(throws: Problem.leaseLost) { try queue.complete(stale) { _ in [] } }
        let next = try #require(try queue.claim(by: "a"))
        #expect(next.stage == .conclude)
        #expect(try queue.claim(by: "a") == nil, "the old decision is not issued")
        var filed = try store.open(matter: nil, at: moment)
        filed.state = .filed
        try store.save(filed)
        #expect(throws: Problem.caseClosed(filed.id, state: .filed)) { try store.takeUp(filed) }
      }
    }

    @Test(arguments: Backend.allCases) func aClosedCaseLeavesNothingToDo(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let queue = JobQueue(store, lease: 60_000)
        var record = try store.open(matter: "m", at: moment)
        _ = try store.reserveNumber("{year}-{sequence}", year: 2026, for: record.id)
        try store.database.write { session in
          try session.add(NewJob(.conclude, of: record.id, in: record.id, .walkIn))
        }
        try queue.bury(try #require(try queue.claim(by: "a")), because: .leaseLost)
        record.state = .rejected
        try store.takeUp(record)
        #expect(try queue.counts() == JobCounts())
        #expect(try store.check().results.void == ["2026-0001"])
      }
    }

    /// A stage does nothing for a case that waits for a person: whoever redrives its job must open the case too.
    @Test(arguments: Backend.allCases) func redrivingOpensTheCaseThatStopped(on backend: Backend)
      async throws
    {
      try await backend.withQueue { store, queue, id in
        func stop(_ state: CaseRecord.State) throws {
          let job = try #require(try queue.claim(by: "a"))
          try queue.bury(job, because: .leaseLost) { session in
            var record = try store.load(id, in: session)
            record.state = state
            try store.save(record, in: session)
          }
          try store.redrive(job.id, by: "b", at: moment)
        }
        try stop(.review)
        let record = try store.load(id)
        #expect(record.state == .open)
        #expect(record.events.last?.what == "redriven" && record.events.last?.by == "b")
        try stop(.refused)
        #expect(try store.load(id).state == .refused, "nothing else is opened")
      }
    }
  }
}
