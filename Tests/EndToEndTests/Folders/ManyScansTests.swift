import Cases
import Foundation
import Store
import TestScanners
import Testing

/// Many papers at eight counters at once, taken by the service itself while it is killed at any moment: each is accepted
/// once, whole, in its counter's order, and ends. `KANHE_WATCHED_FILES` and `KANHE_SEED` make it longer and other.
@Suite struct ManyScansTests {
  private let files: Int
  private let seed: UInt64

  init() {
    let environment = ProcessInfo.processInfo.environment
    files = environment["KANHE_WATCHED_FILES"].flatMap { Int($0) } ?? 48
    seed = environment["KANHE_SEED"].flatMap { UInt64($0) } ?? 20_261_124
  }

  @Test func eachIsTakenOnceAndInOrderWhileTheServiceDies() async throws {
    let names = (1...8).map { "counter-\($0)" }
    let hall = try await FolderHall(names, profile: "patience: 60\n    poll: 0.2")
    let scanners = names.enumerated().map {
      BusyScanner(folder: hall.url($1), counter: $0, seed: seed)
    }
    let start = ContinuousClock.now
    let writing = Task {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for scanner in scanners { group.addTask { try await scanner.write(files / 8) } }
        try await group.waitForAll()
      }
    }
    // when: the service dies, later and later, so that a slow machine gets there
    var (deaths, random) = (0, Seeded(seed))
    let end = start + .seconds(120 + files)
    let store = try hall.store()
    while try store.check().documents.total < files / 8 * 8, ContinuousClock.now < end {
      let service = try await hall.start()
      try await Task.sleep(
        for: .milliseconds(Int.random(in: 700...(1_800 + 300 * deaths), using: &random)))
      kill(service.id, SIGKILL)
      deaths += 1
    }
    try await writing.value
    let service = try await hall.start()
    let isDone = try await eventually(within: .seconds(120 + files)) {
      let check = try store.check()
      return check.documents.open == 0 && check.folders.claimed == 0
    }
    // then
    let check = try store.check()
    print(
      "watched folders: \(files / 8 * 8) files, seed \(seed), \(deaths) deaths of the service, \(ContinuousClock.now - start), \(check)"
    )
    #expect(isDone && check.isSound, "\(service.log.suffix(2_000))")
    #expect(check.documents.total == files / 8 * 8)
    #expect(check.documents.final == check.documents.total)
    let cases = try store.list().map(\.id).sorted { ($0.count, $0) < ($1.count, $1) }
    let taken = try cases.flatMap { try store.documents(of: $0) }.map(\.sha256)
    #expect(Set(taken).count == taken.count)
    for scanner in scanners {
      let order = await scanner.order
      #expect(taken.filter(Set(order).contains) == order)
    }
    #expect(try await service.terminate().status == 0)
  }
}
