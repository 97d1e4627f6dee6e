/// Wakes whoever waits for work.
actor Bell {
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var next = 0

  func ring() {
    let all = waiting.values
    waiting = [:]
    for one in all { one.resume() }
  }

  /// Returns at the next ring, after the time, or when the task is cancelled.
  func wait(atMost time: Duration) async {
    next += 1
    let number = next
    let timer = Task {
      try? await Task.sleep(for: time)
      self.wake(number)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiting[number] = $0 }
    } onCancel: {
      timer.cancel()
    }
    timer.cancel()
  }

  private func wake(_ number: Int) {
    waiting.removeValue(forKey: number)?.resume()
  }
}
