import Cases
import Synchronization

/// Runs asynchronous work to its end on the thread that asks for it, and on no other: in a reader there is none, and none may
/// be started. Only for work that computes; what would wait for a clock, another actor or a descriptor never gets its turn.
final class OwnTasks: TaskExecutor {
  // In the order in which they became ready.
  private let ready = Mutex<[UnownedJob]>([])

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    ready.withLock { $0.append(job) }
  }

  /// - Throws: `internal` where the work has gone to another executor and cannot end here.
  static func result<Value: Sendable>(
    of work: @escaping @Sendable () async -> Value
  ) throws(Problem) -> Value {
    let tasks = OwnTasks()
    let place = Place<Value>()
    Task(executorPreference: tasks) {
      let value = await work()
      place.value.withLock { $0 = value }
    }
    while let job = tasks.next() { job.runSynchronously(on: tasks.asUnownedTaskExecutor()) }
    guard let value = place.value.withLock({ $0 }) else {
      throw .internalFault("work left its thread")
    }
    return value
  }

  private func next() -> UnownedJob? {
    ready.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }
}

/// Where a task leaves what it found.
private final class Place<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}
