import Dispatch

/// Runs an actor's work on a queue of its own: a share that hangs blocks its counter and nothing else.
/// (Linux has no `DispatchSerialQueue`.)
final class FolderThread: SerialExecutor {
  private let queue: DispatchQueue

  init(label: String) { queue = DispatchQueue(label: label) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
