import Dispatch

/// Runs an actor's work on a queue of its own, so that a blocking call never sits on Swift's shared pool.
/// (Linux has no `DispatchSerialQueue`.)
package final class OwnThread: SerialExecutor {
  private let queue: DispatchQueue

  package init(label: String) { queue = DispatchQueue(label: label) }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
