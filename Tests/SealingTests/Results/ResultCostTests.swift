import Foundation
import ResultDrawing
import Sealing
import Testing

/// What a result costs once the program runs: drawing, seal and code.
@Suite struct ResultCostTests {
  /// The limit is a multiple of what was measured (see Docs/Seals.md): it is there to notice that something is done anew for
  /// each result that need be done once.
  @Test(arguments: SealProfile.allCases)
  func aResultTakesMilliseconds(profile: SealProfile) throws {
    let desk = try IssuingDesk(profile == .gm ? GMHall().identity : Hall().identity)
    let template = try ResultTemplate.load("administrative_licence", from: templates)
    var spent: [String: Double] = [:]
    let runs = Soak.number("KANHE_COST_RUNS", 20)

    for run in -3..<runs {
      var last = processorSeconds()
      _ = try desk.result(template) {
        sampleContent(pointer: $0)
      } spent: { part in
        let now = processorSeconds()
        if run >= 0 { spent[part, default: 0] += (now - last) / Double(runs) }
        last = now
      }
    }

    let all = spent.values.reduce(0, +)
    #expect(all < 0.08)
    if Soak.number("KANHE_SHOW_COST", 0) > 0 {
      let parts = spent.sorted { $0.key < $1.key }
        .map { "\($0.key) \(Int($0.value * 1e6)) µs" }.joined(separator: ", ")
      print("a result (\(profile)): \(Int(all * 1e6)) µs of CPU (\(parts)); \(peak())")
    }
  }

  /// Processor time of this thread.
  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The largest memory of this process so far; that of the tests before this one too.
  private func peak() -> String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? ""
  }
}
