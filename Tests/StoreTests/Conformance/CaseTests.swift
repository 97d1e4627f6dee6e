import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  struct CaseTests {
    @Test(arguments: Backend.allCases) func whatIsSavedIsLoaded(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        var record = try store.open(matter: "m", at: moment)
        record.materials = [FileReading(file: "张三.jpg", documents: [])]
        record.state = .review
        record.events.append(CaseEvent(at: "2026-03-12T02:00:01Z", by: "kanhe", what: "read"))
        try store.save(record)

        record.revision = 1
        #expect(try store.load(record.id) == record)
        #expect(try store.load(record.id).events.map(\.what) == ["opened", "read"])
      }
    }

    @Test(arguments: Backend.allCases) func idIsTheHallsDayAndANumber(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        // 2026-03-12 23:30 in Beijing is still the 12th there, and half an hour later it is not.
        let late = try #require(try? Date("2026-03-12T15:30:00Z", strategy: .iso8601))
        #expect(try store.open(matter: nil, at: late).id == "20260312-0001")
        #expect(try store.open(matter: nil, at: late).id == "20260312-0002")
        #expect(try store.open(matter: nil, at: late + 1800).id == "20260313-0001")
      }
    }

    @Test(arguments: Backend.allCases) func idOfItsOwnIsTakenOnce(on backend: Backend) async throws
    {
      try await backend.withStore { store throws in
        #expect(try store.open(matter: nil, id: "01-medical", at: moment).id == "01-medical")
        let problem = #expect(throws: Problem.self) {
          try store.open(matter: nil, id: "01-medical", at: moment)
        }
        #expect(problem?.code == "case_exists")
      }
    }

    @Test(arguments: Backend.allCases) func countedIDsMakeWayForGivenOnes(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        _ = try store.open(matter: nil, id: "20260312-0001", at: moment)
        #expect(try store.open(matter: nil, at: moment).id == "20260312-0002")
      }
    }

    @Test(arguments: Backend.allCases) func idsAreNamesOfFolders(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        for id in ["", "..", "../a", "a/b", ".a", "张三", String(repeating: "a", count: 101)] {
          #expect(throws: Problem.badCaseID(id)) { try store.open(matter: nil, id: id, at: moment) }
        }
      }
    }

    @Test(arguments: Backend.allCases) func listsByStateNewestFirst(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let first = try store.open(matter: "a", at: moment)
        let second = try store.open(matter: "b", at: moment + 60)
        var waiting = first
        waiting.state = .review
        try store.save(waiting)

        #expect(try store.list().map(\.id) == [second.id, first.id])
        #expect(try store.list(.review).map(\.id) == [first.id])
        #expect(try store.list(.issued).isEmpty)
      }
    }

    @Test(arguments: Backend.allCases) func caseThatIsNotThere(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        let problem = #expect(throws: Problem.self) { try store.load("x") }
        #expect(problem?.code == "no_such_case")
      }
    }

    /// An officer confirmed while the machine was at work: the machine's older copy must not undo it.
    @Test(arguments: Backend.allCases) func olderCopyDoesNotOverwrite(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let stale = try store.open(matter: nil, at: moment)
        try store.append(
          CaseEvent(at: "t", by: "王敏", what: "confirmed", detail: "a.b"), to: stale.id)

        let problem = #expect(throws: Problem.self) { try store.save(stale) }
        #expect(problem?.code == "case_changed")
        #expect(try store.load(stale.id).events.count == 2)
      }
    }

    /// The same officer confirms the same field twice within a second, and the events look alike.
    @Test(arguments: Backend.allCases) func theSecondOfTwoLikeChangesIsRefused(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let loaded = try store.open(matter: nil, at: moment)
        var (first, second) = (loaded, loaded)
        let event = CaseEvent(at: "t", by: "王敏", what: "confirmed", detail: "a.b")
        (first.milliseconds, second.milliseconds) = (1, 2)
        first.events.append(event)
        second.events.append(event)
        try store.save(first)

        #expect(throws: Problem.caseChanged(loaded.id)) { try store.save(second) }
        #expect(try store.load(loaded.id).milliseconds == 1)
      }
    }

    @Test(arguments: Backend.allCases) func closedCaseStaysAsItIs(on backend: Backend) async throws
    {
      try await backend.withStore { store throws in
        var record = try store.open(matter: nil, at: moment)
        record.state = .rejected
        try store.save(record)
        record.milliseconds = 7

        let problem = #expect(throws: Problem.self) { try store.save(record) }
        #expect(problem?.code == "case_closed")
      }
    }
  }
}
