import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  struct SubmissionTests {
    private func paper(_ name: String) -> NewSubmission.Paper {
      NewSubmission.Paper(name: name, sha256: String(name.prefix(1)), bytes: 1)
    }

    @Test(arguments: Backend.allCases) func papersBecomeACaseWithAJobEach(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let receipt = try store.submit(
          NewSubmission([paper("a.jpg"), paper("b.jpg"), paper("a again")], source: "s"),
          at: moment)
        #expect(receipt.documents.count == 3 && receipt.duplicates == 1)
        let papers = try store.documents(of: receipt.caseID)
        #expect(papers.map(\.state) == [.received, .received, .linked])
        #expect(papers.map(\.name) == ["a.jpg", "b.jpg", "a again"])
        #expect(try JobQueue(store).counts().waiting == 2)
        let check = try store.check()
        #expect(check.documents.total == 3 && check.documents.open == 3 && check.isSound)
      }
    }

    @Test(arguments: Backend.allCases) func whoReadsTheLastPaperIsTold(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let receipt = try store.submit(
          NewSubmission([paper("a"), paper("b")], source: "s"), at: moment)
        let papers = try store.documents(of: receipt.caseID)
        func keep(_ number: Int) throws -> Bool {
          try store.database.write {
            try store.keep(
              FileReading(file: papers[number].name), of: papers[number], as: .read, $0)
          }
        }
        #expect(try !keep(1))
        #expect(try keep(0))
        #expect(try store.readings(of: receipt.caseID).map(\.file) == ["a", "b"])
        try store.database.write { try store.dropReadings(of: receipt.caseID, $0) }
        #expect(try store.readings(of: receipt.caseID).isEmpty)
      }
    }

    @Test(arguments: Backend.allCases) func aSourceBeyondItsRateWaits(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        func submit(_ name: String, from source: String) throws {
          _ = try store.submit(
            NewSubmission([paper(name)], source: source, papersPerMinute: 1), at: moment)
        }
        try submit("a", from: "fast")
        try submit("b", from: "fast")
        try submit("c", from: "slow")
        let queue = JobQueue(store)
        let claimed = try (0..<3).compactMap { _ in try queue.claim(by: "w") }
        #expect(claimed.count == 2, "the second paper of one source waits for its minute")
        #expect(try queue.counts().waiting == 1)
      }
    }

    @Test(arguments: Backend.allCases) func aKeyIsUsedOnce(on backend: Backend) async throws {
      try await backend.withStore { store in
        let submission = NewSubmission([paper("a")], source: "s", key: "k")
        let first = try store.submit(submission, at: moment)
        let second = try store.submit(submission, at: moment)
        #expect(second.caseID == first.caseID && second.documents == first.documents)
        #expect(second.isRepetition && !first.isRepetition)
        #expect(throws: Problem.keyUsedOtherwise) {
          try store.submit(NewSubmission([paper("b")], source: "s", key: "k"), at: moment)
        }
        #expect(try store.forgetSubmissionKeys(olderThan: -1_000) == 1)
        #expect(try store.submit(submission, at: moment).caseID != first.caseID)
      }
    }

    @Test(arguments: Backend.allCases) func sameContentFromAFolderIsALink(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        func submit(_ names: String..., from source: String = "s") throws -> SubmissionReceipt {
          try store.submit(
            NewSubmission(names.map(paper), source: source, sameContentIsSamePaper: true),
            at: moment)
        }
        let first = try submit("a", "b")
        let again = try submit("b", "a")
        #expect(again.caseID == first.caseID && again.duplicates == 2)
        #expect(try submit("a", from: "other").caseID != first.caseID)
        #expect(try submit("a", "c").caseID != first.caseID, "one of them is new")
        var other = NewSubmission([paper("a")], matter: "m", source: "s")
        other.sameContentIsSamePaper = true
        #expect(try store.submit(other, at: moment).duplicates == 0, "for another matter")
        #expect(try store.list().count == 4)
      }
    }

    @Test(arguments: Backend.allCases) func anOpenCaseTakesMoreAndAClosedOneNone(
      on backend: Backend
    ) async throws {
      try await backend.withStore { store in
        let first = try store.submit(NewSubmission([paper("a")], source: "s"), at: moment)
        let more = NewSubmission([paper("b")], caseID: first.caseID, source: "s")
        #expect(try store.submit(more, at: moment).caseID == first.caseID)
        var record = try store.load(first.caseID)
        record.state = .rejected
        try store.save(record)
        #expect(throws: Problem.caseClosed(first.caseID, state: .rejected)) {
          try store.submit(more, at: moment)
        }
      }
    }

    /// What is known already is a link, and wakes nobody; something new does.
    @Test(arguments: Backend.allCases) func aCaseInReviewIsOpenAgainWithAnotherPaper(
      on backend: Backend
    ) async throws {
      try await backend.withStore { store in
        let first = try store.submit(NewSubmission([paper("a")], source: "s"), at: moment)
        var record = try store.load(first.caseID)
        record.state = .review
        try store.save(record)
        for (name, state) in [("a", CaseRecord.State.review), ("b", .open)] {
          let more = NewSubmission([paper(name)], caseID: first.caseID, source: "s")
          _ = try store.submit(more, at: moment)
          #expect(try store.load(first.caseID).state == state)
        }
      }
    }

    /// The case goes on only when all its papers have been read: what was put aside is tried again with what came.
    @Test(arguments: Backend.allCases) func anotherPaperTakesUpWhatWasPutAside(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let queue = JobQueue(store)
        let id = try store.submit(NewSubmission([paper("a")], source: "s"), at: moment).caseID
        let first = try #require(try queue.claim(by: "w"))
        try queue.bury(first, because: .damagedObject("a")) { session in
          var record = try store.load(id, in: session)
          record.state = .review
          try store.save(record, in: session)
        }
        _ = try store.submit(NewSubmission([paper("b")], caseID: id, source: "s"), at: moment)
        let better = try #require(try store.documents(of: id).last)
        while let job = try queue.claim(by: "w") {
          guard job.subject == better.id else { continue }
          try queue.complete(job) { session in
            let isLast = try store.keep(FileReading(file: "b"), of: better, as: .read, session)
            #expect(!isLast)
            return []
          }
        }
        #expect(try queue.hasWork(on: id))
        #expect(try store.check().isSound)
      }
    }

    /// Whoever decides a case waits for who hands something in for it, and sees it.
    @Test(arguments: Backend.allCases) func whoHoldsACaseSeesWhatIsBeingHandedIn(
      on backend: Backend
    ) async throws {
      try await backend.withWorld { world in
        let (store, other) = (try world.store(), try world.store())
        let id = try store.submit(NewSubmission([paper("a")], source: "s"), at: moment).caseID
        try store.database.write { _ = try $0.execute("UPDATE document SET state = 'read'") }
        let more = NewSubmission([paper("b")], caseID: id, source: "s")
        let (begun, begin) = AsyncStream<Void>.makeStream()
        async let submitted: Void = other.database.write { session in
          _ = try other.submit(more, at: moment, in: session)
          begin.yield()
          Thread.sleep(forTimeInterval: 0.5)
        }
        for await _ in begun { break }
        let papers = try store.database.write { session in
          try store.holdCase(id, session)
          return try store.papersRead(of: id, session)
        }
        #expect(papers == nil, "one of them is to be read")
        try await submitted
      }
    }

    /// A paper that nobody works on, in a case that is open, is lost: this is what the check is for.
    @Test(arguments: Backend.allCases) func theCheckFindsWhatIsLost(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        let receipt = try store.submit(NewSubmission([paper("a")], source: "s"), at: moment)
        try store.database.write { _ = try $0.execute("DELETE FROM job") }
        let check = try store.check()
        #expect(check.documents.lost == 1 && !check.isSound)
        try store.takeUp(try store.load(receipt.caseID))
        #expect(try store.check().documents.lost == 0)
      }
    }

    @Test(arguments: Backend.allCases) func claimsOfFoldersAreClosedOnce(on backend: Backend)
      async throws
    {
      try await backend.withStore { store in
        for id in ["1", "2", "3"] {
          try store.begin(PaperClaimRow(open: [1, 2], id: id, folder: "f"), files: 2)
        }
        try store.begin(PaperClaimRow(open: [9], id: "1", folder: "g"), files: 9)
        #expect(try store.openClaims(of: "f").map(\.id) == ["1", "2", "3"])
        #expect(try store.openClaims(of: "f").first?.claim == [1, 2])
        let closed = try store.database.write { session in
          try (
            store.close(claim: "2", as: .refused, [7], in: session),
            store.close(claim: "2", as: .accepted, [8], in: session)
          )
        }
        #expect(closed == (true, false))
        #expect(try store.openClaims(of: "f").map(\.id) == ["1", "3"])
        let row = try store.database.read { try store.claim("2", in: $0) }
        #expect(row?.state == .refused && row?.ending == [7])
        #expect(try store.check().documents.total == 2, "what was refused counts as papers")
      }
    }
  }
}
