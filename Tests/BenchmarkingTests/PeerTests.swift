import Cases
import Foundation
import Testing

@testable import Benchmarking

@Suite struct PeerTests {
  @Test func aProgramsOutputAndCostAreMeasured() throws {
    let run = try MeasuredProcess.run(
      "sh", ["-c", "echo $WORD; exit 0"], environment: ["WORD": "勘"])
    #expect(run.isSuccess)
    #expect(run.output == "勘\n")
    #expect(run.cost.peakBytes > 100_000)
    #expect(run.cost.cpuSeconds >= 0 && run.cost.cpuSeconds < 5)
  }

  @Test func failureShows() throws {
    #expect(try !MeasuredProcess.run("sh", ["-c", "exit 3"]).isSuccess)
    #expect(throws: Problem.self) { try MeasuredProcess.run("no-such-program-here", []) }
  }

  @Test func workIsCounted() throws {
    let before = ProcessCost.ownCPUSeconds()
    let run = try MeasuredProcess.run(
      "sh", ["-c", "i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done"])
    #expect(run.cost.cpuSeconds > 0)
    #expect(ProcessCost.ownCPUSeconds() - before >= run.cost.cpuSeconds)
  }

  @Test func aRunningProcessIsLookedAt() throws {
    let own = try #require(ProcessCost(ofProcess: getpid()))
    #expect(own.peakBytes > 1_000_000)
    #expect(ProcessCost(ofProcess: Int32.max) == nil)
  }

  @Test func procIsParsed() throws {
    let stat = "12 (a b) c) S 1 1 1 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 1 0 5 6 7"
    let cost = try #require(
      ProcessCost(stat: stat, status: "Name:\ta\nVmHWM:\t    2048 kB\n", ticksPerSecond: 100))
    #expect(cost == ProcessCost(cpuSeconds: 3, peakBytes: 2_097_152))
    #expect(ProcessCost(stat: stat, status: "", ticksPerSecond: 100) == nil)
    #expect(ProcessCost(stat: "12 (a) S", status: "VmHWM: 1 kB", ticksPerSecond: 100) == nil)
  }

  @Test func whatAPeerFoundIsCountedAndTimesAreCompared() {
    let specimen = Specimen(
      path: "a.jpg", kind: "k", world: "w",
      expected: ["name": Expectation("叶 喆"), "date": Expectation("2015年3月12日")])
    let reading = PeerReading(
      texts: ["姓名 叶喆\n出生 2015年 3月 13日"], cost: ProcessCost(cpuSeconds: 2, peakBytes: 1))
    let report = PeerReport("peer", reading, specimens: [specimen], ownCPUSeconds: 1)
    #expect((report.found, report.fields, report.ratio) == (1, 2, 0.5))
  }

  @Test func aPythonWithoutItHasNoRapidOCR() {
    #expect(RapidOCRPeer(python: "no-such-python-here") == nil)
    #expect(RapidOCRPeer(python: "false") == nil)
  }
}
