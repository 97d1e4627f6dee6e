import Cases
import Foundation
import Logging
import Store
import Testing

@testable import Casework

/// What becomes of a job whose work fails.
final class CaseWorkerTests: Sendable {
  private let folder: DataFolder
  private let store: CaseStore
  private let queue: JobQueue
  private let id: String

  init() throws {
    folder = try DataFolder.open(
      at: FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID())"))
    store = try CaseStore(in: folder)
    queue = JobQueue(store, lease: 60_000)
    id = try store.open(matter: "m", at: Date()).id
    let job = NewJob(.conclude, of: id, in: id, .walkIn)
    try store.database.write { try $0.add(job) }
  }

  deinit { try? FileManager.default.removeItem(at: folder.url) }

  /// A worker whose only stage does this.
  private func worker(
    _ work: @escaping @Sendable (Job) throws -> StageOutcome
  ) -> CaseWorker {
    var policy = WorkPolicy()
    (policy.firstDelay, policy.longestDelay) = (0, 0)
    return CaseWorker(
      name: "w", store: store, policy: policy, stages: { _ in Stage(act: work) },
      desk: QueueDesk(queue, label: "test"), held: HeldJobs(), watch: .none,
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
  }

  private struct Stage: CaseStage {
    let act: @Sendable (Job) throws -> StageOutcome
    func work(on job: Job) throws -> StageOutcome { try act(job) }
  }

  private func run(_ worker: CaseWorker) async throws -> CaseWorker.Ending {
    try queue.tidyUp()
    return try await worker.run(try #require(try await worker.claim()))
  }

  @Test func whatIsDoneIsStoredWithWhatFollows() async throws {
    let worker = worker { job in StageOutcome { _ in [NewJob(.issue, after: job)] } }
    #expect(try await run(worker) == .done)
    #expect(try queue.claim(by: "x")?.stage == .issue)
  }

  @Test func troubleIsTriedAgainAndThenAPersonMustLook() async throws {
    let worker = worker { _ in throw Problem.databaseFault("x") }
    for _ in 1..<40 { #expect(try await run(worker) == .retried(.databaseFault("x"))) }
    #expect(try await run(worker) == .buried(.databaseFault("x")))
    let record = try store.load(id)
    #expect(record.state == .review)
    #expect(record.events.last?.what == "stopped")
    #expect(record.events.last?.detail == "conclude database_fault")
    #expect(try queue.dead().map(\.problem) == ["database_fault"])
  }

  @Test func anErrorOfNoKnownKindIsAFaultOfOurs() async throws {
    struct Surprise: Error {}
    let ending = try await run(worker { _ in throw Surprise() })
    #expect(ending == .buried(.internalFault("Surprise")))
    #expect(try store.load(id).state == .review)
  }

  @Test func whoLostTheLeaseLeavesTheCaseAlone() async throws {
    let ending = try await run(
      worker { [store, id] job in
        try store.database.write { try $0.add(NewJob(.conclude, of: id, in: id, .walkIn)) }
        throw Problem.internalFault("late")
      })
    #expect(ending == .lost)
    #expect(try store.load(id).state == .open)
    #expect(try queue.counts() == JobCounts(waiting: 1))
  }

  @Test func whatEndsEveryProcessIsPutAside() async throws {
    let hasty = JobQueue(store, lease: 1)
    for _ in 0..<8 {
      _ = try #require(try hasty.claim(by: "x"))
      try await Task.sleep(for: .milliseconds(10))
      #expect(try hasty.tidyUp() == 1)
    }
    guard case .buried(let problem) = try await run(worker { _ in StageOutcome { _ in [] } }) else {
      Issue.record("it was tried again")
      return
    }
    #expect(problem.code == "workers_died")
    #expect(try store.load(id).state == .review)
  }

  /// Its case cannot even be stopped; the job must end all the same.
  @Test func aRecordThatCannotBeReadKeepsNothingGoing() async throws {
    try store.database.write { _ = try $0.execute("UPDATE caseRecord SET record = x'00'") }
    let ending = try await run(worker { _ in throw Problem.internalFault("x") })
    #expect(ending == .buried(.internalFault("x")))
    #expect(try queue.dead().count == 1 && queue.claim(by: "x") == nil)
  }
}
