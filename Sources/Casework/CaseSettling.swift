package import Cases
package import Logging
import Store

/// Work on one case alone, for who waits for it.
extension CaseOffice {
  /// Does what there is to do on a case until nothing is left, beside whoever else works on it. What waits for trouble to
  /// pass is not waited for: it stays on the queue.
  ///
  /// - Returns: the case as it stands then.
  /// - Throws: what kept the machine from going on.
  package func settle(_ caseID: String, watch: StepWatch = .none, logger: Logger) async throws
    -> CaseRecord
  {
    try queue.hurry(caseID)
    let held = HeldJobs()
    let pulse = Task { await Pulse(self, held, logger).run() }
    defer { pulse.cancel() }
    let worker = CaseWorker(
      name: WorkerName.new(), office: self, desk: QueueDesk(queue, label: "kanhe.worker"),
      held: held, watch: watch, logger: logger)
    // As many papers at once as there are readers: they wait for each other there.
    let problem = try await withThrowingTaskGroup(of: Problem?.self) { group in
      for _ in 0..<2 { group.addTask { try await work(on: caseID, worker) } }
      return try await group.reduce(nil) { $0 ?? $1 }
    }
    if let problem { throw problem }
    return try store.load(caseID)
  }

  private func work(on caseID: String, _ worker: CaseWorker) async throws -> Problem? {
    while true {
      if let job = try await worker.claim(of: caseID) {
        switch try await worker.run(job) {
        case .buried(let problem): return problem
        case .retried(let problem) where problem.isTroubleAround: return problem
        case .done, .lost, .retried: continue
        }
      } else if try await worker.desk.hasWork(on: caseID) {
        try await Task.sleep(for: .milliseconds(10))
      } else {
        return nil
      }
    }
  }
}
