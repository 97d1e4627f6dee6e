import Cases
import Casework
import Foundation
import HallService
import Store

/// Applications that come in over HTTP.
struct HallCases: CaseFiling {
  let reception: Reception
  let office: CaseOffice
  /// So many papers may wait before callers are told to come again.
  let mostWaiting: Int

  func open(_ application: NewApplication) throws -> OpenedCase {
    // What was taken in before is told again, however full the queue is.
    let isKnown = try application.key.map(office.store.knows(submissionKey:)) ?? false
    guard try isKnown || office.queue.counts().waiting < mostWaiting else {
      throw Problem.queueFull
    }
    let papers = application.papers.map { Reception.Paper(name: $0.name, bytes: $0.bytes) }
    if let id = application.caseID, try record(of: id) == nil { throw Problem.noSuchCase(id) }
    let receipt = try reception.receive(papers) {
      NewSubmission(
        $0, matter: application.matter, caseID: application.caseID, source: "http",
        counter: application.counter,
        lane: application.lane, papersPerMinute: office.policy.papersPerMinute,
        key: application.key)
    }
    return OpenedCase(id: receipt.caseID, isRepetition: receipt.isRepetition)
  }

  func record(of id: String) throws -> CaseRecord? {
    do { return try office.store.load(id) } catch let problem as Problem
      where problem.code == "no_such_case"
    { return nil }
  }

  func result(of id: String, _ role: ResultRole) throws -> CaseResult? {
    guard let record = try record(of: id), record.result(role) != nil else { return nil }
    do {
      let result = try office.result(of: record, role)
      return CaseResult(pdf: result.pdf, code: result.code.text)
    } catch let problem as Problem where problem.code == "nothing_to_hand_over" { return nil }
  }

  func confirmHandOver(of id: String, _ role: ResultRole) throws {
    try office.store.confirmHandOver(of: id, role, by: "http", at: Date())
  }
}
