import Cases
import Foundation
import Testing

@testable import MainPath

/// Asynchronous work where there is one thread and no other.
@Suite struct OwnTasksTests {
  @Test func everythingRunsOnTheThreadThatAsks() throws {
    let here = UInt(pthread_self())
    let threads = try OwnTasks.result {
      var threads = [UInt(pthread_self())]
      await Task.yield()
      threads.append(UInt(pthread_self()))
      async let one = Self.thread()
      async let other = Self.thread()
      threads += await [one, other]
      return threads + [await Counter().thread()]
    }
    #expect(threads == Array(repeating: here, count: 5))
  }

  @Test func whatCannotEndHereIsAFaultAndNoHang() {
    let problem = #expect(throws: Problem.self) {
      try OwnTasks.result { try? await Task.sleep(for: .milliseconds(50)) }
    }
    #expect(problem?.code == "internal")
  }

  private static func thread() async -> UInt {
    await Task.yield()
    return UInt(pthread_self())
  }

  private actor Counter {
    func thread() -> UInt { UInt(pthread_self()) }
  }
}
