import Cases
package import MainPath
package import Store

/// What the machine works with: the store, the papers, and the main path.
package struct CaseOffice: Sendable {
  package let store: CaseStore
  package let objects: ObjectStore
  package let path: MainPath
  package let queue: JobQueue
  package let policy: WorkPolicy

  package init(
    store: CaseStore, objects: ObjectStore, path: MainPath, policy: WorkPolicy = .standard
  ) {
    self.store = store
    self.objects = objects
    self.path = path
    self.policy = policy
    queue = JobQueue(store, lease: policy.lease)
  }
}

/// How stubborn and how patient the machine is. Times are in milliseconds.
package struct WorkPolicy: Sendable {
  /// How long a job is held without a sign of life: after that much somebody else takes it up.
  package var lease: Int64 = 6_000
  /// How often a paper is read that readers die of.
  package var attempts = 3
  /// How often a job is tried that something around us stands in the way of: about half an hour.
  package var attemptsInTrouble = 40
  /// How often a job may end with the process that had it, before it is taken for the cause.
  package var mostLosses = 8
  /// The wait before the second attempt; it doubles with each further one.
  package var firstDelay: Int64 = 1_000
  package var longestDelay: Int64 = 60_000
  /// Most papers of one source in a minute; nil for as many as come.
  package var papersPerMinute: Int?

  package static let standard = WorkPolicy()

  package init() {}

  /// Whether a job is tried again after this problem: not where it would only end the same. Only readers that died of a
  /// paper count against it.
  func tries(_ job: Job, after problem: Problem) -> Bool {
    if problem.isReadersEnd { return job.deaths + 1 < attempts }
    return problem.isTroubleAround && job.attempts < attemptsInTrouble
  }

  /// The wait after so many attempts, between half of the full time and all of it, so that what failed together is not
  /// tried again together.
  func delay(after attempts: Int) -> Int64 {
    let doublings = min(max(0, attempts - 1), 20)
    let full = min(longestDelay, firstDelay << Int64(doublings))
    return Int64.random(in: full / 2...full)
  }
}
