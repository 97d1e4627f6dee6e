import Foundation

/// Runs an actor's work on a thread of its own, so that a blocking call never sits on Swift's shared pool.
///
/// It is one and the same thread for as long as the actor lives: a child process that is to end with its parent
/// ends with the thread that started it (prctl(2), PR_SET_PDEATHSIG), and Dispatch ends threads that have nothing to do.
package final class OwnThread: SerialExecutor {
  private let jobs = Jobs()

  package init(label: String) {
    let thread = Thread { [jobs] in
      while let job = jobs.next() { job() }
    }
    thread.name = label
    thread.start()
  }

  deinit { jobs.end() }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.add { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}

/// What is to be done, in order.
// Checked by hand: all that changes is behind the condition's lock.
private final class Jobs: @unchecked Sendable {
  private let condition = NSCondition()
  private var waiting: [() -> Void] = []
  private var isOver = false

  func add(_ job: @escaping () -> Void) {
    condition.withLock { waiting.append(job) }
    condition.signal()
  }

  /// Waits for it; nil when there will be no more.
  func next() -> (() -> Void)? {
    condition.withLock {
      while waiting.isEmpty, !isOver { condition.wait() }
      return waiting.isEmpty ? nil : waiting.removeFirst()
    }
  }

  func end() {
    condition.withLock { isOver = true }
    condition.signal()
  }
}
