import Logging
import Store
import Synchronization

/// The jobs that a process is working on.
final class HeldJobs: Sendable {
  private let jobs = Mutex<[Int64: Job]>([:])

  func add(_ job: Job) { jobs.withLock { $0[job.id] = job } }

  func remove(_ job: Job) { _ = jobs.withLock { $0.removeValue(forKey: job.id) } }

  var all: [Job] { jobs.withLock { Array($0.values) } }
}

/// The heartbeat of a process: keeps the leases of what it works on, and puts back what others have lost.
struct Pulse: Sendable {
  let desk: QueueDesk
  let held: HeldJobs
  let lease: Int64
  let logger: Logger

  init(_ office: CaseOffice, _ held: HeldJobs, _ logger: Logger) {
    desk = QueueDesk(office.queue, label: "kanhe.pulse")
    self.held = held
    lease = office.policy.lease
    self.logger = logger
  }

  /// Beats until the task is cancelled.
  func run() async {
    while !Task.isCancelled {
      do {
        try await desk.keep(held.all)
        try await desk.tidyUp()
      } catch {
        logger.error("no heartbeat", metadata: ["error": "\(errorCode(error))"])
      }
      try? await Task.sleep(for: .milliseconds(max(50, min(1_000, lease / 6))))
    }
  }
}
