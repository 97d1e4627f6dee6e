import Cases
import Logging

/// Takes the papers of one counter, one after the other, out of its folders.
///
/// The scan of the folders is the truth. Every pass looks at all of them, finishes what was begun, and takes what is
/// complete in the order in which it became so, walk-in papers first.
actor CounterDesk {
  let office: any PaperOffice
  let limits: WatchLimits
  /// Folders on whose disks papers are stored.
  let outputs: [String]
  let bell: Bell
  let logger: Logger
  let witness: @Sendable (WatchStep) throws -> Void
  var states: [FolderState]
  /// When to come again at the latest; passes make it shorter.
  var wait = Duration.seconds(3600)
  /// Passes after each other in which the office could not be asked.
  var officeFailures = 0
  var isHeldBack = false

  /// Made when they are first asked for.
  lazy var hints = FolderHints { [bell] in bell.ring() }

  private let thread: FolderThread
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// - Parameter witness: is told of every step, and may throw in its place: for tests.
  init(
    folders: [WatchedFolder], office: any PaperOffice, limits: WatchLimits, outputs: [String],
    bell: Bell, logger: Logger, witness: @escaping @Sendable (WatchStep) throws -> Void = { _ in }
  ) {
    states = folders.map { FolderState(folder: $0) }
    thread = FolderThread(label: "kanhe.counter")
    self.office = office
    self.limits = limits
    self.outputs = outputs
    self.bell = bell
    self.logger = logger
    self.witness = witness
  }

  /// Looks at every folder and takes what is complete.
  /// - Returns: after how long to come again, if nothing rings before.
  func pass() async -> Duration {
    wait = .seconds(3600)
    var places: [Int: OpenFolder] = [:]
    var groups: [ReadyGroup] = []
    var isHeld = false
    for index in states.indices {
      let timing = states[index].folder.timing
      do {
        guard let open = try enter(index) else {
          comeAgain(in: timing.poll)
          continue
        }
        comeAgain(in: ringsForChanges(index, open) ? timing.rescan : timing.poll)
        places[index] = open
        if try await !recover(index, open) { isHeld = true }
        await giveBack(index, open)
        groups += try look(index, open)
      } catch {
        stepAside(index, error)
      }
    }
    // What was begun and cannot be ended yet goes first, in whichever folder it is.
    if !isHeld { await take(inOrder(groups), from: places) }
    return wait
  }

  func comeAgain(in time: Duration) { wait = min(wait, max(time, .milliseconds(20))) }
}
