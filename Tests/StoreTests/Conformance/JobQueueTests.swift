import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  struct JobQueueTests {
    @Test(arguments: Backend.allCases) func aJobIsDoneOnce(on backend: Backend) async throws {
      try await backend.withQueue { _, queue, id in
        let job = try #require(try queue.claim(by: "a"))
        #expect(try queue.claim(by: "b") == nil)
        #expect(job.stage == .read && job.caseID == id && job.attempts == 1)
        try queue.complete(job) { _ in [NewJob(.conclude, after: job)] }
        let next = try #require(try queue.claim(by: "b"))
        #expect(next.stage == .conclude && next.subject == id && next.due == job.due)
        #expect(throws: Problem.leaseLost) { try queue.complete(job) { _ in [] } }
      }
    }

    @Test(arguments: Backend.allCases) func whoLostTheLeaseStoresNothing(on backend: Backend)
      async throws
    {
      try await backend.withQueue(lease: 100) { store, queue, id in
        let stale = try #require(try queue.claim(by: "a"))
        try await Task.sleep(for: .milliseconds(150))
        #expect(try queue.tidyUp() == 1)
        let job = try #require(try queue.claim(by: "b"))
        #expect(job.attempts == 1, "a lost lease gives the attempt back")
        #expect(job.fence > stale.fence)
        #expect(throws: Problem.leaseLost) {
          try queue.complete(stale) { session in
            try store.append(Self.event, to: id, in: session)
            return []
          }
        }
        #expect(throws: Problem.leaseLost) { try queue.giveBack(stale) }
        #expect(throws: Problem.leaseLost) {
          try queue.retry(stale, after: 0, because: .leaseLost)
        }
        #expect(throws: Problem.leaseLost) { try queue.bury(stale, because: .leaseLost) }
        #expect(try store.load(id).events.count == 1, "nothing of the stale work was stored")
        try queue.keep([stale, job])
        try queue.complete(job) { session in
          try store.append(Self.event, to: id, in: session)
          return []
        }
        #expect(try store.load(id).events.count == 2)
      }
    }

    private static var event: CaseEvent {
      CaseEvent(at: "2026-01-01T00:00:00Z", by: "a", what: "x")
    }

    @Test(arguments: Backend.allCases) func aHeartbeatKeepsTheLease(on backend: Backend)
      async throws
    {
      try await backend.withQueue(lease: 400) { _, queue, _ in
        let job = try #require(try queue.claim(by: "a"))
        for _ in 0..<6 {
          try await Task.sleep(for: .milliseconds(100))
          try queue.keep([job])
          #expect(try queue.tidyUp() == 0)
        }
        try queue.complete(job) { _ in [] }
      }
    }

    /// What fails in storing leaves the job as it was.
    @Test(arguments: Backend.allCases) func storingIsAllOrNothing(on backend: Backend) async throws
    {
      try await backend.withQueue { store, queue, id in
        let job = try #require(try queue.claim(by: "a"))
        #expect(throws: Problem.caseChanged("x")) {
          try queue.complete(job) { session in
            try store.append(Self.event, to: id, in: session)
            throw Problem.caseChanged("x")
          }
        }
        #expect(try store.load(id).events.count == 1)
        try queue.complete(job) { _ in [] }
        #expect(try queue.counts() == JobCounts())
      }
    }

    @Test(arguments: Backend.allCases) func failuresAreTriedAgainLaterAndThenPutAside(
      on backend: Backend
    ) async throws {
      try await backend.withQueue { store, queue, id in
        let first = try #require(try queue.claim(by: "a"))
        try queue.retry(first, after: 80, because: .caseChanged("x"))
        #expect(try queue.claim(by: "a") == nil, "its time has not come")
        #expect(try queue.hasWork(on: id))
        try await Task.sleep(for: .milliseconds(100))
        #expect(try queue.tidyUp() == 1)
        let second = try #require(try queue.claim(by: "a"))
        #expect(second.attempts == 2)
        try queue.bury(second, because: .caseChanged("x"))
        #expect(try queue.claim(by: "a") == nil && !queue.hasWork(on: id))
        let dead = try #require(try queue.dead().first)
        #expect(dead.problem == "case_changed" && dead.attempts == 2)
        try store.redrive(dead.id, by: "b", at: moment)
        #expect(try queue.claim(by: "a")?.attempts == 1)
        #expect(throws: Problem.noSuchJob(dead.id)) {
          try store.redrive(dead.id, by: "b", at: moment)
        }
      }
    }

    @Test(arguments: Backend.allCases) func whoStandsAtTheCounterGoesFirst(on backend: Backend)
      async throws
    {
      try await backend.withQueue(jobs: 3) { store, queue, id in
        try store.database.write { try $0.add(NewJob(.read, of: "walk-in", in: id, .walkIn)) }
        #expect(try queue.claim(by: "a")?.subject == "walk-in")
        #expect(try queue.claim(by: "a")?.subject == "paper 0", "the oldest of the others")
        #expect(try queue.claim(by: "a", lanes: [.walkIn]) == nil)
        #expect(try queue.claim(by: "a", of: "no such case") == nil)
        #expect(try queue.claim(by: "a", of: id)?.subject == "paper 1")
      }
    }

    @Test(arguments: Backend.allCases) func aJobIsAddedOnce(on backend: Backend) async throws {
      try await backend.withQueue { store, queue, id in
        let job = NewJob(.read, of: "paper 0", in: id, .batch)
        try store.database.write { try $0.add(job) }
        #expect(try queue.counts().waiting == 1)
        let claimed = try #require(try queue.claim(by: "a"))
        try store.database.write { try $0.add(job) }
        #expect(try queue.counts().waiting == 1, "whoever has it may have looked too early")
        #expect(throws: Problem.leaseLost) { try queue.complete(claimed) { _ in [] } }
        let again = try #require(try queue.claim(by: "b"))
        try queue.bury(again, because: .leaseLost)
        try store.database.write { try $0.add(job) }
        #expect(try queue.counts().waiting == 1, "what was put aside is taken up again")
      }
    }

    @Test(arguments: Backend.allCases) func aSourceKeepsToItsRate(on backend: Backend) async throws
    {
      try await backend.withStore { store in
        let delays = try store.database.write { session in
          try (0..<4).map { _ in try session.delay(of: "a", interval: 1_000) }
        }
        #expect(delays[0] == 0)
        for (number, delay) in delays.enumerated() {
          #expect((Int64(number) * 1_000 - 200...Int64(number) * 1_000).contains(delay))
        }
        #expect(try store.database.write { try $0.delay(of: "b", interval: 1_000) } == 0)
      }
    }

    /// Milliseconds for a claim and its end, where so many jobs wait.
    private func claiming(_ queue: JobQueue) throws -> Double {
      let turns = 100
      let best = try (0..<3).map { _ in
        let start = ContinuousClock.now
        for _ in 0..<turns {
          let job = try #require(try queue.claim(by: "a"))
          try queue.giveBack(job)
        }
        return (ContinuousClock.now - start) / .milliseconds(turns)
      }.min()
      return try #require(best)
    }

    @Test(arguments: Backend.allCases) func aLongQueueDoesNotSlowClaiming(on backend: Backend)
      async throws
    {
      try await backend.withQueue { store, queue, id in
        func fill(from first: Int, to last: Int) throws {
          try store.database.write { session in
            _ = try session.execute(
              """
              WITH RECURSIVE n(i) AS (
                SELECT \(first) UNION ALL SELECT i + 1 FROM n WHERE i < \(last))
              INSERT INTO job (stage, subject, caseID, lane, state, due)
              SELECT 'read', 'many ' || i, ?, 'batch', 'waiting', i FROM n
              """, [id])
          }
        }
        try fill(from: 1, to: 1_000)
        let few = try claiming(queue)
        try fill(from: 1_001, to: 100_000)
        let many = try claiming(queue)
        print("claiming on \(backend.rawValue): \(few) ms of 1,000, \(many) ms of 100,000")
        #expect(many < 2 * few + 0.2)
      }
    }

    /// Eight workers, some of which lose their leases all the time.
    @Test(arguments: Backend.allCases) func manyWorkersDoEveryJobOnce(on backend: Backend)
      async throws
    {
      try await backend.withQueue(jobs: 120, lease: 500) { store, queue, id in
        var subjects = try await withThrowingTaskGroup(of: [String].self) { group in
          for worker in 0..<8 {
            group.addTask { try Self.work(as: worker, store, queue, id) }
          }
          return try await group.reduce([], +)
        }
        try await Task.sleep(for: .milliseconds(600))
        try queue.tidyUp()
        subjects += try Self.work(as: 9, store, queue, id)
        #expect(subjects.count == 120 && Set(subjects).count == 120)
        #expect(try store.load(id).events.count == 121)
      }
    }

    /// What a worker did until nothing was left. The first one loses what it claims first.
    private static func work(
      as worker: Int, _ store: CaseStore, _ queue: JobQueue, _ id: String
    ) throws -> [String] {
      var done: [String] = []
      while let job = try queue.claim(by: "\(worker)") {
        if worker == 0, job.fence == 1 { continue }
        try queue.complete(job) { session in
          try store.append(Self.event, to: id, in: session)
          return []
        }
        done.append(job.subject)
      }
      return done
    }
  }
}
