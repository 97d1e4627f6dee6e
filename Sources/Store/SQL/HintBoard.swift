import Synchronization

/// Passes hints on to whoever waits in this process.
final class HintBoard: Sendable {
  private struct Waiters {
    var next = 0
    var streams: [SQLChannel: [Int: AsyncStream<Void>.Continuation]] = [:]
  }

  private let waiters = Mutex(Waiters())

  func stream(on channel: SQLChannel) -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = waiters.withLock { waiters in
      waiters.next += 1
      waiters.streams[channel, default: [:]][waiters.next] = continuation
      return waiters.next
    }
    continuation.onTermination = { [weak self] _ in self?.drop(number, on: channel) }
    return stream
  }

  func tell(_ channels: some Collection<SQLChannel>) {
    guard !channels.isEmpty else { return }
    let streams = waiters.withLock { waiters in
      channels.flatMap { Array((waiters.streams[$0] ?? [:]).values) }
    }
    for stream in streams { stream.yield() }
  }

  /// By the name that came from elsewhere.
  func tell(_ name: String) {
    tell(waiters.withLock { waiters in waiters.streams.keys.filter { $0.name == name } })
  }

  func tellAll() { tell(waiters.withLock { Array($0.streams.keys) }) }

  private func drop(_ number: Int, on channel: SQLChannel) {
    _ = waiters.withLock { $0.streams[channel]?.removeValue(forKey: number) }
  }

  deinit {
    let all = waiters.withLock { $0.streams.values.flatMap(\.values) }
    for stream in all { stream.finish() }
  }
}
