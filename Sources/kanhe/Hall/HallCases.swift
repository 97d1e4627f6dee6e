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
    let receipt = try reception.receive(papers) {
      NewSubmission(
        $0, matter: application.matter, source: "http", counter: application.counter,
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

  func result(of id: String) throws -> CaseResult? {
    guard let record = try record(of: id), record.state == .issued else { return nil }
    do {
      let result = try office.result(of: record)
      return CaseResult(pdf: result.pdf, code: result.code.text)
    } catch let problem as Problem where problem.code == "nothing_to_hand_over" { return nil }
  }

  func confirmHandOver(of id: String) throws {
    try office.store.confirmHandOver(of: id, by: "http", at: Date())
  }
}
