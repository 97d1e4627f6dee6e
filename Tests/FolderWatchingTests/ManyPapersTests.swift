import Foundation
import Logging
import TestScanners
import Testing

@testable import FolderWatching

/// Many papers at eight counters at once, written in every way that writers have: each is taken once, whole, and in its
/// counter's order. `KANHE_WATCHED_FILES` and `KANHE_SEED` make it longer and other.
@Suite struct ManyPapersTests {
  private let files: Int
  private let seed: UInt64
  private let hall: WatchedHall

  init() throws {
    let environment = ProcessInfo.processInfo.environment
    files = environment["KANHE_WATCHED_FILES"].flatMap { Int($0) } ?? 80
    seed = environment["KANHE_SEED"].flatMap { UInt64($0) } ?? 20_261_123
    hall = try WatchedHall()
  }

  /// The watcher is stopped and started again all the while.
  @Test func whileTheServiceIsStoppedAndStarted() async throws {
    defer { hall.remove() }
    let (office, folders) = (hall.office, try EightCounters.folders(in: hall.place))
    try await writeAndTake(office: { office }) { _ in
      let run = Task { try await EightCounters.watcher(folders, office, in: hall.place).run() }
      try? await Task.sleep(for: .milliseconds(1500))
      run.cancel()
      try await run.value
    }
  }

  /// The watcher is a process of its own, and is killed at any moment; later and later, so that a slow machine gets there.
  @Test func whileTheServiceIsKilled() async throws {
    defer { hall.remove() }
    let place = hall.place
    try await writeAndTake(office: { try TestOffice(in: place.appending(path: "office")) }) {
      turn in
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [place = place as URL, turn = turn as Int] in
        let office = try TestOffice(in: place.appending(path: "office"))
        let folders = try EightCounters.folders(in: place)
        let run = Task { try await EightCounters.watcher(folders, office, in: place).run() }
        try await Task.sleep(for: .milliseconds(Int.random(in: 300...(1_200 + 100 * turn))))
        kill(getpid(), SIGKILL)
        try await run.value
      }
    }
  }

  /// - Parameters:
  ///   - office: what is stored by now.
  ///   - watch: watches for a while; it is called again, turn after turn, until everything is taken.
  private func writeAndTake(
    office: @escaping @Sendable () throws -> TestOffice,
    watch: @escaping @Sendable (_ turn: Int) async throws -> Void
  ) async throws {
    let folders = try EightCounters.folders(in: hall.place)
    let scanners = folders.enumerated().map {
      BusyScanner(folder: URL(filePath: $1.path), counter: $0, seed: seed)
    }
    let start = ContinuousClock.now
    let watching = Task {
      var times = 0
      while !Task.isCancelled {
        try await watch(times)
        times += 1
      }
      return times
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for scanner in scanners {
        group.addTask { try await scanner.write(files / folders.count) }
      }
      try await group.waitForAll()
    }
    let end = ContinuousClock.now + .seconds(240)
    while try await office().accepted.count < files, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(200))
    }
    watching.cancel()
    let times = try await watching.value
    print(
      "watched folders: \(files) files, seed \(seed), \(times) watchers, \(ContinuousClock.now - start)"
    )
    try await check(office(), scanners, folders)
  }

  private func check(_ office: TestOffice, _ scanners: [BusyScanner], _ folders: [WatchedFolder])
    async throws
  {
    let claims = await office.acceptedClaims
    #expect(claims.count == files)
    #expect(await office.refusals.isEmpty)
    #expect(await office.openCount == 0)
    #expect(await office.receipts.allSatisfy { $0.duplicateOf == nil })
    for (folder, scanner) in zip(folders, scanners) {
      let taken = claims.filter { $0.counter == folder.counter }.map { $0.files[0].sha256 }
      #expect(taken == (await scanner.order))
    }
    for claim in claims {
      let sha256 = claim.files[0].sha256 ?? ""
      #expect(await office.object(sha256)?.sha256 == sha256)
    }
  }
}

enum EightCounters {
  /// Half of them without the kernel's hints, as on a share.
  static func folders(in place: URL) throws -> [WatchedFolder] {
    try (1...8).map { counter in
      let url = place.appending(path: "in/counter-\(counter)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      var folder = try WatchedFolder.standard(at: url.path)
      folder.timing = WatchTiming(
        quiet: .milliseconds(250), patience: .seconds(60), poll: .milliseconds(100))
      folder.watching = counter.isMultiple(of: 2) ? .poll : .automatic
      return folder
    }
  }

  static func watcher(_ folders: [WatchedFolder], _ office: TestOffice, in place: URL) throws
    -> FolderWatcher
  {
    try FolderWatcher(
      folders: folders, outputs: [place.appending(path: "office").path],
      limits: WatchLimits(freeBytes: 0), office: office,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }
}
