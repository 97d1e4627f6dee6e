import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  /// What becomes of papers of watched folders after they were read.
  struct FolderPaperTests {
    private func submit(_ names: String..., to store: CaseStore) throws -> String {
      let papers = names.map { NewSubmission.Paper(name: $0, sha256: $0, bytes: 7) }
      return try store.submit(
        NewSubmission(
          papers, source: "s", counter: "3", sameContentIsSamePaper: true, deliverTo: "/out"),
        at: moment
      ).caseID
    }

    private func read(
      _ caseID: String, as state: StoredDocument.State = .read, in store: CaseStore
    ) throws {
      for paper in try store.documents(of: caseID) where paper.state == .received {
        let problem: Problem? = state == .quarantined ? .readerDied("SIGSEGV") : nil
        let reading = FileReading(file: paper.name, sha256: paper.sha256, pages: 4, error: problem)
        let job = try #require(try JobQueue(store).claim(by: "w", of: caseID))
        try JobQueue(store).complete(job) {
          _ = try store.keep(reading, of: paper, as: state, $0)
          return []
        }
      }
    }

    @Test(arguments: Backend.allCases) func partsOfAStackAreCasesAndThePapersAreCountedOnce(
      on backend: Backend
    ) async throws {
      try await backend.withStore { store in
        let stack = try submit("a", "b", to: store)
        try read(stack, in: store)
        try store.append(.notice(.internalFault("n"), at: moment), to: stack)
        let papers = try store.readPapers(of: stack)
        let reading = try #require(papers[0].reading)
        let parts = [
          StackPart([.init(papers[0].document, pages: [1, 2], reading: reading)], notice: nil),
          StackPart(
            [
              .init(papers[0].document, pages: [4], reading: reading),
              .init(papers[1].document, pages: [1], reading: reading),
            ], notice: .internalFault("p")),
        ]
        let ids = try store.database.write { session in
          let ids = try store.divide(
            store.load(stack, in: session), into: parts, at: moment, in: session)
          for id in ids { try session.add(NewJob(.conclude, of: id, in: id, .batch)) }
          return ids
        }
        #expect(ids.count == 2)
        #expect(try store.load(stack).state == .moved)
        #expect(try store.load(stack).events.last?.detail == ids.joined(separator: " "))
        #expect(try store.documents(of: ids[1]).map(\.name) == ["a", "b"])
        #expect(try store.readings(of: ids[0]) == [reading])
        #expect(try store.readings(of: stack).isEmpty)
        #expect(try store.delivery(of: ids[0]) == "/out")
        #expect(
          try store.load(ids[1]).events.map(\.what) == ["opened", "divided", "noticed", "noticed"])
        // A stack is as open, final or lost as its parts are.
        var check = try store.check()
        #expect(check.documents.total == 2 && check.documents.open == 2 && check.isSound)
        for (number, id) in ids.enumerated() {
          let job = try #require(try JobQueue(store).claim(by: "w", of: id))
          try JobQueue(store).complete(job) { session in
            guard number == 1 else { return [] }
            var record = try store.load(id, in: session)
            record.state = .filed
            try store.save(record, in: session)
            return []
          }
        }
        check = try store.check()
        #expect(check.documents.lost == 1 && check.documents.final == 1, "\(check)")
        #expect(try submit("a", "b", to: store) == stack, "the same stack again is a link to it")
        #expect(throws: Problem.caseClosed(stack, state: .moved)) {
          try store.takeUp(store.load(stack))
        }
      }
    }

    @Test(arguments: Backend.allCases) func oneCaseKeepsOnlyItsPages(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let stack = try submit("a", "a", "b", to: store)
        try read(stack, in: store)
        let papers = try store.readPapers(of: stack)
        #expect(papers.map { $0.reading?.file } == ["a", "a", "b"], "a link has its original's")
        let reading = try #require(papers[2].reading)
        try store.database.write {
          try store.keep(
            StackPart([.init(papers[2].document, pages: [2], reading: reading)], notice: nil),
            of: stack, $0)
        }
        #expect(try store.readings(of: stack).map(\.file) == ["b"])
      }
    }

    @Test(arguments: Backend.allCases) func sidesOfACardBecomeOneCase(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let (back, front) = (try submit("back", to: store), try submit("front", to: store))
        try store.database.write { session in
          try store.addCardSide("unread", of: front, counter: "3", completed: 20, in: session)
          try store.addCardSide("unread", of: back, counter: "3", completed: 10, in: session)
          try store.addCardSide("unread", of: back, counter: "3", completed: 10, in: session)
        }
        for id in [back, front] { try read(id, in: store) }
        try store.database.write { session in
          let rows = try #require(try store.setCardSide("front", of: front, in: session))
          #expect(rows.map(\.caseID) == [back, front] && rows.map(\.side) == ["unread", "front"])
          #expect(rows.map(\.isOpen) == [true, true])
          try store.join(front: front, back: back, into: back, at: moment, in: session)
          try store.settleCardSides([front, back], in: session)
          try session.add(NewJob(.conclude, of: back, in: back, .batch))
        }
        #expect(try store.documents(of: back).map(\.name) == ["front", "back"])
        #expect(try store.documents(of: front).isEmpty)
        #expect(try store.load(front).state == .moved)
        #expect(try store.load(back).events.last?.what == "paired")
        #expect(try submit("front", to: store) == back, "a link to where it is now")
        #expect(
          try store.database.write { try store.setCardSide("front", of: back, in: $0) } == nil)
        let check = try store.check()
        #expect(check.documents.total == 3 && check.documents.open == 3 && check.isSound)
      }
    }

    /// A card that came before the clock was set back would be waited for until the clock is there again.
    @Test(arguments: Backend.allCases) func aSideFromTheFutureCameNow(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let id = try submit("front", to: store)
        let rows = try store.database.write { session in
          try store.addCardSide("unread", of: id, counter: "3", completed: 10, in: session)
          try session.execute("UPDATE cardSide SET arrivedAt = arrivedAt + 3600000")
          return try store.setCardSide("front", of: id, in: session)
        }
        let now = try store.database.read { try $0.now }
        #expect(try #require(rows?.first).arrivedAt <= now)
        #expect(rows?.map(\.isWholeCase) == [true])
      }
    }

    /// Whatever was taken after the first of them, and is not theirs.
    @Test(arguments: Backend.allCases) func whatElseWasTakenIsTold(on backend: Backend) async throws
    {
      try await backend.withStore { store in
        let (one, two) = (try submit("1", to: store), try submit("2", to: store))
        let claims: [(String, PaperClaimRow.State, String?)] = [
          ("before", .accepted, two), ("first", .accepted, one), ("duplicate", .accepted, nil),
          ("refused", .refused, nil), ("released", .released, nil), ("other", .accepted, two),
          ("open", .open, nil),
        ]
        for (id, state, caseID) in claims {
          try store.begin(PaperClaimRow(open: [1], id: id, folder: "f"), files: 1)
          guard state != .open else { continue }
          try store.database.write {
            _ = try store.close(claim: id, as: state, nil, caseID: caseID, in: $0)
          }
        }
        let others = try store.database.read { try store.claims(besides: [one], in: $0) }
        #expect(others.map(\.id) == ["duplicate", "refused", "other", "open"])
        #expect(try store.database.read { try store.claims(besides: ["x"], in: $0) }.isEmpty)
      }
    }

    @Test(arguments: Backend.allCases) func whatReadersDiedOfGoesBackAndMayComeAgain(
      on backend: Backend
    ) async throws {
      try await backend.withStore { store in
        for attempt in 1...2 {
          let id = try submit("poison", to: store)
          let claim = "claim \(attempt)"
          try store.begin(PaperClaimRow(open: [1], id: claim, folder: "f"), files: 1)
          try store.database.write {
            _ = try store.close(claim: claim, as: .accepted, [2], caseID: id, in: $0)
          }
          try read(id, as: .quarantined, in: store)
          try store.database.write { session in
            #expect(try store.quarantinedReadings(of: id, session).map(\.file) == ["poison"])
            try store.giveUp(papersOf: id, session) { row, count in
              #expect(row.id == claim && count == attempt)
              return [9]
            }
          }
          let given = try store.givenUpClaims(of: "f")
          #expect(given.map(\.claim.id) == [claim] && given.map(\.refusal) == [[9]])
          let told = try store.database.write { try store.forgetGivenUp(claim: claim, in: $0) }
          #expect(told == id)
          #expect(try store.database.write { try store.forgetGivenUp(claim: claim, in: $0) } == nil)
          #expect(try store.givenUpClaims(of: "f").isEmpty)
        }
        #expect(try store.list().count == 2, "brought back, it is read again and no link")
      }
    }
  }
}
