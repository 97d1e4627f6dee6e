import Cases
import HallService
import Synchronization
import Testing

/// Being busy, being stopped, and not being able to start.
@Suite struct HallServiceLifeTests {
  @Test func whoFindsNoPlaceIsToldToComeAgain() async throws {
    let slow = SlowExtractor()
    let settings = HallSettings(listen: .loopback(port: 0), documentsAtOnce: 1)
    try await HallServiceHarness(settings: settings, documents: slow).run { client in
      async let first = client.post([1])
      await slow.hasBegun()
      let second = try await client.post([1])
      #expect(second.status == 503 && second.headers["retry-after"] == "2")
      #expect(second.text.contains("too_busy"))
      slow.finish()
      #expect(try await first.status == 200)
      #expect(try await client.post([1]).status == 200)
    }
  }

  @Test func shutdownFinishesWhatItHasTaken() async throws {
    let slow = SlowExtractor()
    let outcome = Mutex<Task<HallServiceClient.Answer, any Error>?>(nil)
    let idle = Mutex<HallServiceConnection?>(nil)
    let port = Atomic(0)
    let start = ContinuousClock.now
    let harness = HallServiceHarness(documents: slow, finishingWithin: .seconds(60))
    try await harness.run { client in
      port.store(client.port, ordering: .relaxed)
      let connection = try HallServiceConnection(port: client.port)
      idle.withLock { $0 = connection }
      outcome.withLock { $0 = Task { try await client.post([1, 2]) } }
      await slow.hasBegun()
      Task {
        try await Task.sleep(for: .milliseconds(300))
        slow.finish()
      }
    }
    let answer = try await outcome.withLock { $0 }?.value
    #expect(answer?.status == 200)
    #expect(ContinuousClock.now - start < .seconds(30), "an idle connection does not hold it up")
    #expect(throws: HallServiceConnection.Refused.self) {
      try HallServiceConnection(port: port.load(ordering: .relaxed))
    }
  }

  @Test func aClientThatNeverFinishesDoesNotHoldItUp() async throws {
    let stuck = Mutex<HallServiceConnection?>(nil)
    let start = ContinuousClock.now
    let harness = HallServiceHarness(finishingWithin: .milliseconds(300))
    try await harness.run { client in
      let connection = try HallServiceConnection(port: client.port)
      try connection.send(
        Array(
          "POST /v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc".utf8))
      stuck.withLock { $0 = connection }
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test func aPortInUseIsSaidInWords() async throws {
    try await HallServiceHarness().run { client in
      let same = HallSettings(listen: .loopback(port: UInt16(client.port)))
      let problem = await #expect(throws: Problem.self) {
        try await HallServiceHarness(settings: same).run { _ in }
      }
      #expect(problem?.code == "cannot_listen" && problem?.exit == .access)
    }
  }

  @Test(arguments: [
    ("127.0.0.1:8080", true), ("127.9.9.9:1", true), ("[::1]:80", true), ("localhost:80", true),
    ("0.0.0.0:80", false), ("[::]:80", false), ("127.0.0.1.evil.cn:80", false),
    ("10.0.0.1:80", false),
  ])
  func onlyThisMachineIsThisMachine(_ text: String, _ isLoopback: Bool) throws {
    #expect(try ListenAddress(text).isLoopback == isLoopback)
  }

  @Test(arguments: ["", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "::1:80", "a b:80"])
  func otherAddressesAreRefused(_ text: String) {
    #expect(throws: Problem.badListenAddress(text)) { try ListenAddress(text) }
  }
}

/// Takes as long as the test wants.
private final class SlowExtractor: DocumentExtracting {
  private let (begun, begin) = AsyncStream<Void>.makeStream()
  private let (finished, end) = AsyncStream<Void>.makeStream()

  func extract(name: String, bytes: [UInt8]) async -> FileReading {
    begin.finish()
    for await _ in finished {}
    return FileReading(file: name, pages: bytes.count)
  }

  func hasBegun() async { for await _ in begun {} }
  func finish() { end.finish() }
}
