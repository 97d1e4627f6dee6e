import Cases
import Dispatch
import MainPath
import Store

/// The queue, asked from a thread of its own, so that heartbeats and claims that wait for a database never sit on Swift's
/// shared pool.
actor QueueDesk {
  private let thread: OwnThread
  private let queue: JobQueue

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init(_ queue: JobQueue, label: String) {
    self.queue = queue
    thread = OwnThread(label: label)
  }

  func claim(by worker: String, lanes: [Lane], of caseID: String?) throws -> Job? {
    try queue.claim(by: worker, lanes: lanes, of: caseID)
  }

  func keep(_ jobs: [Job]) throws { try queue.keep(jobs) }

  func tidyUp() throws { try queue.tidyUp() }

  func complete(_ job: Job, _ outcome: StageOutcome) throws {
    try queue.complete(job, storing: outcome.store)
  }

  func giveBack(_ job: Job) throws { try queue.giveBack(job) }

  func retry(_ job: Job, after delay: Int64, because problem: Problem) throws {
    try queue.retry(job, after: delay, because: problem, isDeath: problem.isReadersEnd)
  }

  func bury(
    _ job: Job, because problem: Problem,
    storing change: @Sendable (any SQLSession) throws -> Void
  ) throws {
    try queue.bury(job, because: problem, storing: change)
  }

  func work(on caseID: String) throws -> CaseWork { try queue.work(on: caseID) }
}
