import Foundation

/// Frames over two file descriptors, blocking. Whoever uses it has a thread to itself.
struct FrameChannel {
  let input: Int32
  let output: Int32
  /// When to give up; nil waits for ever. Killing the other side is not enough: what it has started may hold the pipe.
  var deadline: ContinuousClock.Instant?
  /// Of what is received.
  var largestPayload = Frame.largestPayload

  /// The next frame; nil when the other side has closed.
  func receive() throws(Frame.Malformed) -> Frame? {
    guard let header = read(Frame.headerSize), !header.isEmpty else { return nil }
    let (kind, length) = try Frame.parse(header: header, atMost: largestPayload)
    guard let payload = read(length), payload.count == length else { return nil }
    return Frame(kind: kind, payload: payload)
  }

  /// False when the other side is gone.
  func send(_ frame: Frame) -> Bool {
    write(frame.header) && write(frame.payload)
  }

  /// Grows as bytes arrive: a length is a claim, and nothing is set aside for it.
  private func read(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 16))
    while bytes.count < count {
      guard isReady(input, POLLIN) else { return nil }
      let step = Foundation.read(input, &buffer, min(buffer.count, count - bytes.count))
      if step < 0 && errno == EINTR { continue }
      guard step > 0 else { return nil }
      bytes += buffer[..<step]
    }
    return bytes
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { buffer in
        Foundation.write(output, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if step < 0 && (errno == EINTR || errno == EAGAIN && isReady(output, POLLOUT)) { continue }
      guard step > 0 else { return false }
      written += step
    }
    return true
  }

  /// Waits until the descriptor can be used, at most until the deadline.
  private func isReady(_ descriptor: Int32, _ events: Int32) -> Bool {
    guard let deadline else { return true }
    while case let left = deadline - .now, left > .zero {
      var wanted = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      let count = poll(&wanted, 1, Int32(clamping: left.wholeMilliseconds + 1))
      if count > 0 { return true }
      if count < 0 && errno != EINTR { return false }
    }
    return false
  }

  /// Whether the other side is there and waits: it has neither gone nor said anything unasked.
  var isWaiting: Bool {
    var wanted = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, 0) == 0
  }

  /// Writing comes back when the pipe is full, so that it can be given up.
  func makeWritingPatient() {
    _ = fcntl(output, F_SETFL, fcntl(output, F_GETFL) | O_NONBLOCK)
  }
}
