import Synchronization

/// Wakes who waits: a change in a folder, or the end of the service.
final class Bell: Sendable {
  private struct State {
    var hasRung = false
    var isStopped = false
    var sleeper: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  var isStopped: Bool { state.withLock(\.isStopped) }

  func ring() { wake { $0.hasRung = true } }

  /// From now on nobody is kept waiting.
  func stop() { wake { $0.isStopped = true } }

  /// Waits for the bell, at most for that long.
  func wait(atMost time: Duration) async {
    let timer = Task {
      guard (try? await Task.sleep(for: time)) != nil else { return }
      self.ring()
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { sleeper in
        let mayGo = state.withLock { state in
          if state.hasRung || state.isStopped { return true }
          state.sleeper = sleeper
          return false
        }
        if mayGo { sleeper.resume() }
      }
    } onCancel: {
      ring()
    }
    timer.cancel()
    state.withLock { $0.hasRung = false }
  }

  private func wake(_ change: (inout State) -> Void) {
    let sleeper = state.withLock { state in
      change(&state)
      defer { state.sleeper = nil }
      return state.sleeper
    }
    sleeper?.resume()
  }
}
