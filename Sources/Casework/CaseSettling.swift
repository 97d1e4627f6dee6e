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
      WorkerName.new(), of: self, held: held, watch: watch, logger: logger)
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
      switch try await worker.desk.work(on: caseID) {
      case .none: return nil
      case .later(let code) where !code.isEmpty && !Problem.isReadersEnd(code):
        return .waitsForTrouble(caseID, code)
      case .now, .later:
        guard let job = try await worker.claim(of: caseID) else {
          try await Task.sleep(for: .milliseconds(20))
          continue
        }
        switch try await worker.run(job) {
        case .buried(let problem): return problem
        case .retried(let problem) where problem.isTroubleAround: return problem
        case .done, .lost, .retried: continue
        }
      }
    }
  }
}

extension Problem {
  /// Somebody else, the service most likely, met what stands in the way.
  fileprivate static func waitsForTrouble(_ caseID: String, _ code: String) -> Problem {
    Problem(
      "case_waits", exit: .other,
      zh: "案件 \(caseID) 暂时无法继续（\(code)），稍后自动重试。",
      en: "The case \(caseID) cannot go on for the moment (\(code)); it is tried again by itself.",
      remedyZh: "请运行 kanhe doctor 查找原因，或稍后用 kanhe case show 查看。",
      remedyEn: "kanhe doctor may tell the cause; see kanhe case show later.")
  }
}
