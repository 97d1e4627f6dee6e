import Cases
import Foundation
import Logging
import Store

/// Takes one job after the other and sees it to its end: stored, tried again later, or put aside for a person.
struct CaseWorker: Sendable {
  let name: String
  let store: CaseStore
  let policy: WorkPolicy
  let stages: @Sendable (JobStage) -> any CaseStage
  let desk: QueueDesk
  let held: HeldJobs
  let watch: StepWatch
  let logger: Logger

  enum Ending: Sendable, Equatable {
    case done
    case retried(Problem)
    case buried(Problem)
    /// Somebody else has the job by now.
    case lost
  }

  /// The next job; nil where there is none.
  func claim(lanes: [Lane] = Lane.allCases, of caseID: String? = nil) async throws -> Job? {
    let job = try await desk.claim(by: name, lanes: lanes, of: caseID)
    if let job {
      held.add(job)
      watch.reached(.claimed)
    }
    return job
  }

  /// Does a job that was claimed. Throws only where the database cannot be reached: then the lease runs out, and somebody
  /// takes the job up.
  func run(_ job: Job) async throws -> Ending {
    defer { held.remove(job) }
    guard job.losses < policy.mostLosses else {
      return try await settle(job, .workersDied(job.losses))
    }
    do {
      let outcome = try await stages(job.stage).work(on: job)
      watch.reached(.worked)
      try await desk.complete(job, outcome)
      watch.reached(.committed)
      return .done
    } catch let problem as Problem {
      return try await settle(job, problem)
    } catch {
      return try await settle(job, .internalFault("\(type(of: error))"))
    }
  }

  private func settle(_ job: Job, _ problem: Problem) async throws -> Ending {
    guard problem != .leaseLost else { return .lost }
    logger.warning(
      "job failed",
      metadata: [
        "stage": "\(job.stage.rawValue)", "case": "\(job.caseID)", "problem": "\(problem.code)",
        "attempt": "\(job.attempts)",
      ])
    do {
      if policy.tries(job, after: problem) {
        let delay = policy.delay(after: job.attempts)
        try await desk.retry(job, after: delay, because: problem)
        return .retried(problem)
      }
      try await bury(job, problem)
      return .buried(problem)
    } catch let lost as Problem where lost == .leaseLost {
      return .lost
    }
  }

  /// A case that cannot be stopped, because its record cannot be read, still must not keep its job going for ever.
  private func bury(_ job: Job, _ problem: Problem) async throws {
    do {
      try await desk.bury(job, because: problem) { [store] session in
        try store.stop(job, because: problem, session)
      }
    } catch let obstacle as Problem where obstacle.isOfTheRecord {
      logger.error(
        "a case cannot be stopped",
        metadata: ["case": "\(job.caseID)", "problem": "\(obstacle.code)"])
      try await desk.bury(job, because: problem) { _ in }
    }
  }
}

extension CaseWorker {
  init(
    _ name: String, of office: CaseOffice, held: HeldJobs, watch: StepWatch, logger: Logger
  ) {
    self.init(
      name: name, store: office.store, policy: office.policy,
      stages: { office.stage($0, watch) }, desk: QueueDesk(office.queue, label: "kanhe.worker"),
      held: held, watch: watch, logger: logger)
  }
}

extension Problem {
  /// The record is damaged, gone, or sealed under another key.
  fileprivate var isOfTheRecord: Bool {
    ["damaged_record", "data_key_unusable", "no_such_case"].contains(code)
  }

  fileprivate static func workersDied(_ count: Int) -> Problem {
    Problem(
      "workers_died", exit: .other,
      zh: "办理此任务的进程已 \(count) 次意外终止，任务已搁置。",
      en: "Whoever worked on this died of it \(count) times; it was put aside.",
      remedyZh: "请查看日志，处理原因后用 kanhe job redrive 重做。",
      remedyEn: "See the log, remove the cause, and take it up again with kanhe job redrive.")
  }
}

extension CaseStore {
  /// What is done with a case whose job was put aside: a person must look.
  fileprivate func stop(_ job: Job, because problem: Problem, _ session: any SQLSession) throws {
    var record = try load(job.caseID, in: session)
    let event = CaseEvent(
      at: Date().formatted(.iso8601), by: "kanhe", what: "stopped",
      detail: "\(job.stage.rawValue) \(problem.code)")
    guard record.state == .open else { return try append(event, to: record.id, in: session) }
    record.state = .review
    record.events.append(event)
    try save(record, in: session)
    if try hasDelivery(record.id, session) { try session.add(NewJob(.deliver, after: job)) }
  }
}
