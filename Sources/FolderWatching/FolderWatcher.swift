package import Cases
package import Logging
import ServiceLifecycle

/// Takes papers out of watched folders and hands them to the office: none lost, none twice, each counter's in order.
package struct FolderWatcher: Service {
  private let counters: [(desk: CounterDesk, bell: Bell)]

  /// - Parameters:
  ///   - outputs: folders that this service writes to; none may be in a watched folder, nor hold one. Papers are taken
  ///     only while their disks have room.
  ///   - witness: is told of every step, for tests.
  /// - Throws: `overlapping_folders`, `no_such_folder`.
  package init(
    folders: [WatchedFolder], outputs: [String], limits: WatchLimits = .standard,
    office: any PaperOffice, logger: Logger,
    witness: @escaping @Sendable (WatchStep) throws -> Void = { _ in }
  ) throws(Problem) {
    try FolderOverlap.check(folders, outputs: outputs)
    let counters = Dictionary(grouping: folders, by: \.counter).sorted { $0.key < $1.key }
    self.counters = counters.map { _, folders in
      let bell = Bell()
      let desk = CounterDesk(
        folders: folders, office: office, limits: limits, outputs: outputs, bell: bell,
        logger: logger, witness: witness)
      return (desk, bell)
    }
  }

  /// Runs until the service is stopped; the paper at hand is finished first.
  package func run() async throws {
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        for counter in counters {
          group.addTask { await Self.run(counter.desk, counter.bell) }
        }
      }
    } onGracefulShutdown: {
      for counter in counters { counter.bell.stop() }
    }
  }

  private static func run(_ desk: CounterDesk, _ bell: Bell) async {
    while !bell.isStopped, !Task.isCancelled {
      let wait = await desk.pass()
      await bell.wait(atMost: wait)
      // Changes come in bundles; one look at the folder is enough for all of them.
      if !bell.isStopped { try? await Task.sleep(for: .milliseconds(30)) }
    }
  }
}
