/// A fixed number of places: who finds none is sent away at once, so that waiting files do not fill
/// the memory.
actor Admission {
  private var free: Int

  init(places: Int) { free = places }

  /// Nil where no place was free.
  nonisolated func whileAdmitted<Value: Sendable>(
    _ work: () async -> Value
  ) async -> Value? {
    guard await enter() else { return nil }
    let value = await work()
    await leave()
    return value
  }

  private func enter() -> Bool {
    guard free > 0 else { return false }
    free -= 1
    return true
  }

  private func leave() { free += 1 }
}
