import Foundation
import Testing

/// Commands that are cut off.
@Suite struct InterruptionTests {
  private let card = KanheProgram.samples
    .appendingPathComponent("\(DemoRun.issuedSample)/id-front.jpg").path

  @Test func controlCEndsWithItsStatusAndLeavesNoReader() async throws {
    // given: a command in the middle of its work
    let process = try KanheProgram.start(["extract"] + Array(repeating: card, count: 20))
    var readers: [ChildProcess] = []
    try #require(
      try await eventually {
        readers = ChildProcess.all(of: process.processIdentifier, marked: "reader")
        return readers.contains { $0.ticks > 20 }
      })
    // when
    process.interrupt()
    // then
    #expect(try await eventually { !process.isRunning })
    #expect(process.terminationStatus == 130)
    #expect(try await eventually { readers.allSatisfy { !$0.commandLine.contains("reader") } })
  }

  @Test func whoStopsListeningIsNoCrash() async throws {
    let pipe = Pipe()
    let process = try KanheProgram.start(["extract", card, card], output: pipe)
    try pipe.fileHandleForReading.close()
    #expect(try await eventually { !process.isRunning })
    #expect(process.terminationReason == .exit && process.terminationStatus == 5)
  }
}
