import Cases
import Deciding
import FormFilling
import Testing

/// What an officer signs off, and what becomes of the case.
struct SigningDeskTests {
  private let desk = CaseDesk(officer: "王敏")

  private func record(
    _ state: CaseRecord.State = .review, _ documents: [DocumentReading], _ matter: Matter
  ) throws -> CaseRecord {
    var record = CaseRecord(
      id: "20260312-0001", matter: matter.id, state: state, openedAt: "2026-03-12T01:00:00Z",
      materials: documents.map { file($0) })
    record.form = fill(try Models.forms().form(matter.form), from: documents)
    return record
  }

  private func retiree(_ state: CaseRecord.State = .review) throws -> (CaseRecord, Matter) {
    let matter = try Models.matter("medical_institution_change")
    return (try record(state, [Retiree.front(), Retiree.form()], matter), matter)
  }

  @Test func aRefusalNamesOfficerReasonsAndRemediesAndWaitsForItsPaper() throws {
    let (record, matter) = try retiree()
    let refused = try desk.reject(
      record, because: [" 不符合条件 ", "材料不实"], under: matter, at: moment)

    #expect(refused.state == .open && refused.awaitsSignedResult)
    let decision = try #require(refused.decision)
    #expect(decision.outcome == .refused && decision.decidedBy == "王敏")
    #expect(
      decision.reasons.map(\.code) == [
        "refused_by_officer", "refused_by_officer", "remedies",
      ])
    #expect(decision.reasons.prefix(2).map(\.zh) == ["不符合条件", "材料不实"])
    #expect(refused.events.map(\.what) == ["rejected"])
    #expect(refused.holder(by: matter) == "张桂兰")
  }

  @Test func aMatterWithoutAPaperForItEndsAtOnce() throws {
    let (record, sound) = try retiree()
    var matter = sound
    matter.refusal = nil
    for matter in [matter, nil] as [Matter?] {
      let refused = try desk.reject(record, because: ["不符合条件"], under: matter, at: moment)
      #expect(refused.state == .rejected && !refused.awaitsSignedResult)
    }
  }

  @Test func aPaperIsMadeOutToSomebodyForSure() throws {
    let matter = try Models.matter("medical_institution_change")
    let unread = try record(
      [Retiree.front(), Retiree.form(state: .review, source: .ocr)], matter)
    #expect(throws: Problem.applicantUnknown) {
      try desk.reject(unread, because: ["x"], under: matter, at: moment)
    }
    let told = try desk.reject(
      unread, because: ["x"], under: matter, applicant: " 张桂兰 ", at: moment)
    #expect(told.holder(by: matter) == "张桂兰")
  }

  private func record(_ documents: [DocumentReading], _ matter: Matter) throws -> CaseRecord {
    try record(.review, documents, matter)
  }

  @Test(arguments: [[], [""], ["x", " "]])
  func aRefusalNeedsItsReasons(_ reasons: [String]) throws {
    let (record, matter) = try retiree()
    let problem = #expect(throws: Problem.self) {
      try desk.reject(record, because: reasons, under: matter, at: moment)
    }
    #expect(problem?.code == "empty_value")
  }

  @Test(arguments: [CaseRecord.State.issued, .rejected, .filed, .refused])
  func aClosedCaseStaysAsItIs(_ state: CaseRecord.State) throws {
    let (record, matter) = try retiree(state)
    let problem = #expect(throws: Problem.self) {
      try desk.reject(record, because: ["x"], under: matter, at: moment)
    }
    #expect(problem?.code == "case_closed")
  }

  @Test func anOfficerTakesInWhatMayFollow() throws {
    let matter = try Models.matter("public_place_health_licence")
    let taken = try desk.postpone(try record(Licence.incomplete, matter), under: matter, at: moment)

    #expect(taken.state == .open && taken.awaitsSignedResult)
    #expect(taken.decision?.outcome == .deferred && taken.decision?.decidedBy == "王敏")
    #expect(taken.decision?.outstanding == ["resident_id_front"])
    #expect(taken.events.map(\.what) == ["deferred"])
  }

  @Test func whatMayNotFollowIsNotTakenIn() throws {
    let matter = try Models.matter("public_place_health_licence")
    let cases: [[DocumentReading]] = [
      Licence.complete, Array(Licence.incomplete.dropFirst()), [Licence.incomplete[0]],
    ]
    for documents in cases {
      #expect(throws: Problem.notDeferrable(matter.id)) {
        try desk.postpone(try record(documents, matter), under: matter, at: moment)
      }
    }
    let (retiree, other) = try retiree()
    #expect(throws: Problem.notDeferrable(other.id)) {
      try desk.postpone(retiree, under: other, at: moment)
    }
  }
}
