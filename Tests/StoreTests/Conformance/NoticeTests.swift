import Cases
import Foundation
import Store
import Testing

extension StoreConformance {
  /// A case that was taken in with something outstanding, and what comes after.
  struct NoticeTests {
    private let pattern = "云测容〔{year}〕第{sequence}号"
    private static let noticeLocator = String(sampleLocator.reversed())

    private func deferred(_ store: CaseStore, as locator: String = noticeLocator) throws -> String {
      let id = try store.open(matter: "m", at: moment).id
      _ = try store.reserveNumber(pattern, year: 2026, for: id, .notice)
      _ = try store.reserveStatusPlace(for: id, .notice)
      try store.issueSample(try store.load(id), .notice, as: locator)
      return id
    }

    @Test(arguments: Backend.allCases) func aNoticeIsIssuedAndThenTheResult(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let id = try deferred(store)
        #expect(try store.load(id).state == .deferred)
        #expect(throws: Problem.nothingToHandOver(id)) { try store.handOver(of: id) }

        let number = try store.reserveNumber("号{year}-{sequence}", year: 2026, for: id)
        let place = try store.reserveStatusPlace(for: id)
        try store.issueSample(try store.load(id))

        #expect(number == "号2026-0001")
        #expect(try store.check().results.void.isEmpty, "the notice keeps its number")
        #expect(try place != store.reserveStatusPlace(for: id, .notice))
        #expect(try store.handOver(of: id, .notice).pdf == Array("%PDF-notice".utf8))
        #expect(try store.handOver(of: id).pdf == Array("%PDF-secret".utf8))
        let record = try store.load(id)
        #expect(record.state == .issued)
        #expect(record.notice?.locator == Self.noticeLocator)
        #expect(record.result?.locator == sampleLocator)
        let check = try store.check()
        #expect(check.isSound && check.log.entries == 2, "\(check)")
      }
    }

    @Test(arguments: Backend.allCases) func noCaseHasTwoNotices(on backend: Backend) async throws {
      try await backend.withStore { store throws in
        let id = try deferred(store)
        let problem = #expect(throws: Problem.self) {
          try store.issueSample(try store.load(id), .notice)
        }
        #expect(problem?.code == "database_fault")
        #expect(try store.publicRecord(sampleLocator) == nil)
      }
    }

    @Test(arguments: Backend.allCases) func eachIsHandedOverAndRevokedByItself(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let id = try deferred(store)
        let place = try store.reserveStatusPlace(for: id)
        try store.issueSample(try store.load(id))

        try store.confirmHandOver(of: id, .notice, by: "王敏", at: moment)
        try store.revoke(resultOf: id, because: .other, by: "王敏", at: moment)

        #expect(throws: Problem.nothingToHandOver(id)) { try store.handOver(of: id, .notice) }
        #expect(try store.handOver(of: id).pdf.count == 11)
        #expect(try store.publicRecord(Self.noticeLocator)?.status == .valid)
        #expect(try store.publicRecord(sampleLocator)?.status == .revoked)
        #expect(try store.revokedPlaces(on: 1) == [place.position])
      }
    }

    @Test(arguments: Backend.allCases) func whatWasOutstandingReopensTheCase(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let id = try deferred(store)
        let paper = NewSubmission.Paper(name: "a.jpg", sha256: "a", bytes: 1)
        let receipt = try store.submit(
          NewSubmission([paper], caseID: id, source: "s"), at: moment)

        #expect(receipt.caseID == id && receipt.documents.count == 1)
        #expect(try store.load(id).state == .open)
        #expect(try store.load(id).events.last?.what == "added")
        #expect(try JobQueue(store).hasWork(on: id))
        #expect(try store.endDeferrals(at: moment.addingTimeInterval(1e9)) == 0)
      }
    }

    @Test(arguments: Backend.allCases) func aNoticeThatRanOutGoesToAPerson(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        let id = try deferred(store)
        let last = try Date("2026-04-01T15:59:59Z", strategy: .iso8601)
        #expect(try store.endDeferrals(at: last) == 0)
        #expect(try store.endDeferrals(at: last.addingTimeInterval(1)) == 1)
        #expect(try store.load(id).state == .review)
        #expect(try store.load(id).events.last?.what == "overdue")
      }
    }

    /// The damaged one is listed first.
    @Test(arguments: Backend.allCases) func aDamagedRecordKeepsNoOtherCaseWaiting(
      on backend: Backend
    ) async throws {
      try await backend.withStore { store throws in
        let overdue = try deferred(store)
        let damaged = try deferred(store, as: sampleLocator)
        let nothing: [UInt8] = [0]
        try store.database.write {
          _ = try $0.execute("UPDATE caseRecord SET record = ? WHERE id = ?", [nothing, damaged])
        }
        #expect(throws: Problem.self) { try store.endDeferrals(at: moment.addingTimeInterval(1e9)) }
        #expect(try store.load(overdue).state == .review)
      }
    }

    /// An officer's refusal is issued and not decided anew; what ends without a paper has no further step.
    @Test(arguments: Backend.allCases) func whatIsSignedIsIssuedNext(on backend: Backend)
      async throws
    {
      try await backend.withStore { store throws in
        var record = try store.open(matter: "m", at: moment)
        record.decision = Decision(
          outcome: .refused, reasons: [], decidedBy: "王敏", decidedAt: "2026-03-12T02:00:00Z")
        try store.takeUp(record)
        let queue = JobQueue(store)
        let job = try queue.claim(by: "w", lanes: [.walkIn], of: record.id)
        #expect(job?.stage == .issue)

        var ended = try store.open(matter: "m", at: moment)
        ended.state = .rejected
        try store.takeUp(ended)
        #expect(try store.load(ended.id).state == .rejected)
        #expect(try !queue.hasWork(on: ended.id))
      }
    }
  }
}
