import Foundation
import Logging
import ServiceLifecycle
import TestScanners
import Testing

@testable import FolderWatching

/// The watcher as the service runs it.
@Suite struct WatcherServiceTests {
  /// With hints, a paper is taken long before the folder would have been looked at again.
  @Test(arguments: [WatchedFolder.Watching.inotify, .poll])
  func itTakesPapersUntilItIsStopped(watching: WatchedFolder.Watching) async throws {
    let hall = try WatchedHall {
      $0.watching = watching
      $0.timing.rescan = .seconds(60)
      $0.timing.poll = watching == .poll ? .milliseconds(50) : .seconds(60)
    }
    defer { hall.remove() }
    let watcher = try FolderWatcher(
      folders: [hall.folder], outputs: [hall.place.appending(path: "office").path],
      limits: hall.limits, office: hall.office,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let group = ServiceGroup(
      services: [watcher], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    async let run: Void = group.run()
    try await Task.sleep(for: .milliseconds(100))
    let start = ContinuousClock.now
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    while await hall.office.accepted.isEmpty, ContinuousClock.now - start < .seconds(8) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(await hall.office.accepted.count == 1)
    await group.triggerGracefulShutdown()
    try await run
    #expect(ContinuousClock.now - start < .seconds(8))
    try hall.put(SmallPapers.jpeg(2), as: "late.jpg")
    try await Task.sleep(for: .milliseconds(200))
    #expect(hall.names == ["late.jpg"])
  }
}
