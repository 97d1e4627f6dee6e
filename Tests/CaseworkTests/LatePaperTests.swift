import Cases
import FolderWatching
import Foundation
import Store
import Testing

@testable import Casework

/// Papers that come for a case that is there, at every awkward moment.
struct LatePaperTests {
  /// A case that was decided and waits to be issued.
  private func decided(
    _ outcome: Decision.Outcome, by name: String = Decision.rule, in hall: StageHall
  ) throws -> (id: String, job: Job) {
    let id = try hall.accept("form", handling: PaperHandling(), matter: StageHall.matter).caseID
    let job = try #require(try hall.queue.claim(by: "w", of: id))
    try hall.queue.complete(job) { session in
      var record = try hall.store.load(id, in: session)
      record.materials = [.front]
      record.form = Self.form
      record.decision = Decision(
        outcome: outcome, reasons: [], decidedBy: name, decidedAt: "2026-03-12T02:00:00Z")
      try hall.store.save(record, in: session)
      try session.execute("UPDATE document SET state = 'read'")
      return [NewJob(.issue, after: job)]
    }
    return (id, try #require(try hall.queue.claim(by: "w", of: id)))
  }

  private static let form = FilledForm(
    form: StageHall.matter, titleZh: "申请表", titleEn: "Application",
    entries: [
      ("company_name", "云州市江畔酒店管理有限公司"), ("credit_code", "91110000MA0012345X"),
      ("legal_representative", "张三"), ("premises_address", "云州市沿江大道168号一层"),
      ("business_item", "宾馆"),
    ].map {
      FormEntry(
        field: $0.0, labelZh: $0.0, labelEn: $0.0, value: $0.1, state: .accepted, from: nil,
        source: nil)
    })

  @Test func whatWasDecidedIsIssued() async throws {
    let hall = try StageHall()
    let (id, job) = try decided(.approved, in: hall)
    try hall.queue.complete(job, storing: try await hall.outcome(of: job).store)
    #expect(try hall.store.load(id).state == .issued)
  }

  @Test(arguments: [true, false])
  func aPaperBetweenDecisionAndIssueIsDecidedUponToo(isRead: Bool) async throws {
    let hall = try StageHall()
    let (id, job) = try decided(.approved, in: hall)
    let outcome = try await hall.outcome(of: job)
    // when: it comes while the result is being sealed
    try hall.add("more", to: id)
    if isRead {
      let read = try #require(try hall.queue.claim(by: "w", of: id))
      let paper = try #require(try hall.store.document(read.subject))
      try hall.queue.complete(read) { session in
        _ = try hall.store.keep(FileReading(file: "more"), of: paper, as: .read, session)
        return []
      }
    }
    try hall.queue.complete(job, storing: outcome.store)
    // then
    #expect(try hall.store.load(id).result == nil)
    try await hall.run(id)
    let record = try hall.store.load(id)
    #expect(record.state == .review && record.materials.count == 2)
    #expect(try hall.store.check().isSound)
  }

  /// Nothing is sealed for a case that waits for a paper to be read.
  @Test func aPaperBeforeTheSealKeepsTheNumber() async throws {
    let hall = try StageHall()
    let (id, job) = try decided(.deferred, in: hall)
    try hall.add("more", to: id)
    try hall.queue.complete(job, storing: try await hall.outcome(of: job).store)
    try await hall.run(id)
    #expect(try hall.store.load(id).materials.count == 2)
    #expect(try hall.store.check().results.void.isEmpty)
  }

  /// What an officer signed is issued whatever comes, also where it could not be issued at first.
  @Test func aSignedRefusalThatWasPutAsideIsIssuedAfterAnotherPaper() async throws {
    let hall = try StageHall()
    let (id, job) = try decided(.refused, by: "王敏", in: hall)
    try hall.queue.bury(job, because: .databaseFault("x")) { session in
      var record = try hall.store.load(id, in: session)
      record.state = .review
      try hall.store.save(record, in: session)
    }
    try hall.add("more", to: id)
    var next = try hall.queue.claim(by: "w", of: id)
    while let job = next, job.stage != .issue {
      try hall.queue.complete(job, storing: try await hall.outcome(of: job).store)
      next = try hall.queue.claim(by: "w", of: id)
    }
    #expect(next?.stage == .issue)
  }

  /// Somebody is handing in while the case is being decided: whoever decides waits, and sees it.
  @Test(arguments: [false, true]) func aPaperThatIsBeingHandedInIsNotDecidedWithout(
    onServer: Bool
  ) async throws {
    let hall = try StageHall(onServer: onServer)
    let id = try hall.accept("form", handling: PaperHandling()).caseID
    let read = try #require(try hall.queue.claim(by: "w", of: id))
    try hall.queue.complete(read, storing: try await hall.outcome(of: read).store)
    let job = try #require(try hall.queue.claim(by: "w", of: id))
    let outcome = try await hall.outcome(of: job)
    let (begun, begin) = AsyncStream<Void>.makeStream()
    let more = NewSubmission(
      [.init(name: "more", sha256: "m", bytes: 1)], caseID: id, source: "http")
    async let submitted: Void = hall.store.database.write { session in
      _ = try hall.store.submit(more, at: .now, in: session)
      begin.yield()
      Thread.sleep(forTimeInterval: 0.5)
    }
    for await _ in begun { break }
    #expect(throws: Problem.caseChanged(id)) {
      try hall.queue.complete(job, storing: outcome.store)
    }
    try await submitted
    #expect(try hall.store.load(id).state == .open)
  }

  /// The profile of a folder is for the papers that were scanned there.
  @Test func aLaterPaperIsNoneOfTheFoldersPages() async throws {
    let hall = try StageHall()
    let pages = PaperHandling(expectedPages: 3)
    let id = try hall.accept("form", handling: pages, matter: StageHall.matter).caseID
    try await hall.run(
      id, ["form": FileReading(file: "form", pages: 3, documents: FileReading.front.documents)])
    try hall.add("more", to: id)
    try await hall.run(id)
    let record = try hall.store.load(id)
    #expect(record.materials.count == 2)
    #expect(!record.events.contains { $0.what == "noticed" })
  }

  @Test func onlyWhatReadersDiedOfGoesBackToItsFolder() async throws {
    let hall = try StageHall()
    let id = try hall.accept("form", handling: PaperHandling(), matter: StageHall.matter).caseID
    try await hall.run(id, ["form": .front])
    try hall.add("poison", to: id)
    let dead = FileReading(file: "poison", error: .readerDied("signal 11"))
    try await hall.run(id, ["poison": dead])
    #expect(try hall.store.load(id).events.contains { $0.what == "quarantined" })
    #expect(try hall.store.givenUpClaims(of: StageHall.folderKey).isEmpty)
    // and: one that was scanned there does
    let own = try hall.accept("heavy", handling: PaperHandling(), at: 9).caseID
    try await hall.run(own, ["heavy": dead])
    #expect(try hall.store.givenUpClaims(of: StageHall.folderKey).count == 1)
  }
}
