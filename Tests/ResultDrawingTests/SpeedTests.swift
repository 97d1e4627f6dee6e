import Foundation
import ResultDrawing
import Testing

@Suite struct SpeedTests {
  /// What it costs once fonts are open. The limit is a multiple of what was measured (see Docs/Results.md): it is there to
  /// notice that a font is read whole again.
  @Test func composingTakesMilliseconds() throws {
    _ = try Sample.drawn()
    let runs = 20

    let start = processorSeconds()
    for _ in 0..<runs { _ = try Sample.drawn() }
    let each = (processorSeconds() - start) / Double(runs)

    #expect(each < 0.04)
    if ProcessInfo.processInfo.environment["KEEP_DRAWINGS"] != nil {
      print("composing: \(Int(each * 100_000)) / 100 ms of CPU")
    }
  }

  /// Processor time of this thread.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
