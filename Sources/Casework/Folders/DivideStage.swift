import Cases
import FolderWatching
import Foundation
import Store

/// Makes a case of each part of a stack whose papers have been read. The new cases, their papers and their jobs are stored
/// in the transaction that ends the stack's own case and this job.
struct DivideStage: CaseStage {
  let office: CaseOffice
  let watch: StepWatch

  func work(on job: Job) async throws -> StageOutcome {
    let stack = try office.store.load(job.caseID)
    guard stack.state == .open else { return StageOutcome { _ in [] } }
    guard let claim = try office.claim(of: stack) else {
      return StageOutcome { _ in [NewJob(.conclude, after: job)] }
    }
    let papers = try office.store.readPapers(of: job.caseID).withoutRepetitions(of: claim)
    let division = StackDivision(papers, by: claim.handling)
    watch.reached(.divided)
    let read = papers.count { $0.document.state != .linked && $0.reading != nil }
    return StageOutcome { [store = office.store] session in
      // What came in meanwhile is part of the stack too, and from here on nothing comes in.
      try store.holdCase(stack.id, session)
      guard try store.papersRead(of: stack.id, session) == read else {
        throw Problem.caseChanged(stack.id)
      }
      return try store.take(division, of: stack, after: job, session)
    }
  }
}

extension [ReadPaper] {
  /// Equal pages of one stack are pages like others. Whole stacks that came a second time are links in the case of the first,
  /// behind the papers of its claim, and are no more of it.
  fileprivate func withoutRepetitions(of claim: PaperClaim) -> [ReadPaper] {
    prefix(claim.files.count) + dropFirst(claim.files.count).filter { $0.document.state != .linked }
  }
}

extension CaseStore {
  fileprivate func take(
    _ division: StackDivision, of stack: CaseRecord, after job: Job, _ session: any SQLSession
  ) throws -> [NewJob] {
    let now = Date()
    switch division {
    case .undivided(let problem):
      if let problem { try append(.notice(problem, at: now), to: stack.id, in: session) }
    case .one(let part):
      try keep(part, of: stack.id, session)
      if let notice = part.notice {
        try append(.notice(notice, at: now), to: stack.id, in: session)
      }
    case .several(let parts):
      return try divide(stack, into: parts, at: now, in: session).map {
        NewJob(.conclude, of: $0, in: $0, job.lane, due: job.due)
      }
    }
    return [NewJob(.conclude, after: job)]
  }
}
