import Foundation
import Synchronization
import TestScanners
import Testing

@testable import FolderWatching

/// Whatever dies at whichever step: every paper is taken once, and whole.
@Suite struct RecoveryTests {
  private static let taking: [WatchStep] = [
    .checked, .claimed, .moved, .synced, .accepted, .receipted, .cleared,
  ]
  private static let refusing: [WatchStep] = [
    .checked, .claimed, .moved, .synced, .refused, .noted, .setAside,
  ]

  @Test func aProcessKilledWhileTakingLosesNothing() async throws {
    try await concurrently(Self.taking) { step in
      let hall = try WatchedHall()
      defer { hall.remove() }
      try hall.put(SmallPapers.jpeg(1), as: "one.jpg")
      try hall.put(SmallPapers.jpeg(2), as: "case/a.jpg")
      try hall.put(SmallPapers.jpeg(3), as: "case/b.jpg")
      try hall.put([], as: "case.done")
      await killProcess(at: step, in: hall.place)

      let next = try WatchedHall(at: hall.place)
      let desk = next.desk()
      #expect(await desk.pass { await next.office.accepted.count == 2 }, "\(step)")
      await desk.pass(for: .milliseconds(100))
      #expect(Set(await next.office.takenNames) == [["one.jpg"], ["a.jpg", "b.jpg"]], "\(step)")
      #expect(await next.office.receipts.allSatisfy { $0.duplicateOf == nil }, "\(step)")
      #expect(await next.office.openCount == 0, "\(step)")
      #expect(next.names == [], "\(step)")
      #expect(next.claimed == [], "\(step)")
      #expect(next.receipts.count == 2, "\(step)")
      for file in await next.office.acceptedClaims.flatMap(\.files) {
        #expect(await next.office.object(file.sha256 ?? "") != nil, "\(step)")
      }
    }
  }

  @Test func aProcessKilledWhileRefusingLosesNothing() async throws {
    try await concurrently(Self.refusing) { step in
      let hall = try WatchedHall()
      defer { hall.remove() }
      try hall.put(Array("no picture".utf8), as: "bad.jpg")
      await killProcess(at: step, in: hall.place)

      let next = try WatchedHall(at: hall.place)
      let desk = next.desk()
      #expect(await desk.pass { await next.office.refusals.count == 1 && next.failed.count == 2 })
      await desk.pass(for: .milliseconds(100))
      #expect(next.failed == ["bad.jpg", "bad.jpg.failed.json"], "\(step)")
      #expect(try next.note("bad.jpg.failed.json")["attempt"] as? Int == 1, "\(step)")
      #expect(next.names == [], "\(step)")
      #expect(next.claimed == [], "\(step)")
      #expect(await next.office.openCount == 0, "\(step)")
    }
  }

  @Test(arguments: taking) func aStepThatFailsOnceIsTakenAgain(step: WatchStep) async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    for number in 1...3 { try hall.put(SmallPapers.jpeg(number), as: "\(number).jpg") }
    let failing = Failing(at: step)
    let desk = hall.desk { try failing.check($0) }
    #expect(await desk.pass { await hall.office.accepted.count == 3 })
    await desk.pass(for: .milliseconds(100))
    #expect(failing.hasFailed)
    #expect(Set(await hall.office.takenNames) == [["1.jpg"], ["2.jpg"], ["3.jpg"]])
    #expect(await hall.office.openCount == 0)
    #expect(hall.names == [])
    #expect(hall.claimed == [])
  }

  @Test(arguments: [WatchStep.checked, .claimed])
  func aFileThatIsExchangedIsTakenAsItIsThen(step: WatchStep) async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    let other = SmallPapers.jpeg(2)
    let url = hall.url("a.jpg")
    let exchange = Once { try? Data(other).write(to: url, options: .atomic) }
    let desk = hall.desk { if $0 == step { exchange.run() } }
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    let claim = try #require(await hall.office.acceptedClaims.first)
    #expect(await hall.office.object(claim.files[0].sha256 ?? "") == other)
    #expect(await hall.office.rows.count == 2)
    #expect(hall.names == [])
  }

  /// A scanner that still has the file open writes into it wherever it lies.
  @Test(arguments: [WatchStep.synced, .accepted])
  func whatIsWrittenAfterTheRenameIsNotLost(step: WatchStep) async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    let late = try FileHandle(forWritingTo: hall.url("a.jpg"))
    let write = Once {
      _ = try? late.seekToEnd()
      try? late.write(contentsOf: [1, 2, 3])
    }
    let desk = hall.desk { if $0 == step { write.run() } }
    let expected = SmallPapers.jpeg(1) + [1, 2, 3]
    #expect(
      await desk.pass {
        await hall.office.acceptedClaims.contains { $0.files[0].bytes == expected.count }
      })
    let last = try #require(await hall.office.acceptedClaims.last)
    #expect(await hall.office.object(last.files[0].sha256 ?? "") == expected)
    #expect(hall.names == [])
  }

  @Test func filesWhoseClaimNobodyKnowsAreTakenAnew() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    await hall.office.fail(source: hall.folder.source)
    let desk = hall.desk()
    #expect(await desk.pass { hall.claimed.count == 1 })
    // The store is restored from a backup, and the service starts again.
    await hall.office.forgetEverything()
    await hall.office.fail(source: nil)
    let next = hall.desk()
    #expect(await next.pass { await hall.office.accepted.count == 1 })
    #expect(hall.names == [])
    #expect(hall.claimed == [])
  }

  @Test func whatWasBegunUnderAnotherPathIsFinished() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    await killProcess(at: .synced, in: hall.place)
    // The share is mounted elsewhere, and its profile says so.
    let place = hall.place.appending(path: "elsewhere")
    try FileManager.default.moveItem(at: hall.root, to: place)
    let next = try WatchedHall(at: hall.place) { $0.path = place.path }
    let desk = next.desk()
    #expect(await desk.pass { await next.office.takenNames == [["a.jpg"]] })
    #expect(next.claimed == [])
    #expect(await next.office.openCount == 0)
  }

  @Test func aSubfolderThatIsRenamedMeanwhileIsStillOneCase() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    for name in ["a", "b", "c"] {
      try hall.put(SmallPapers.jpeg(name.hashValue), as: "case/\(name).jpg")
    }
    let (old, new) = (hall.url("case"), hall.url("renamed"))
    let rename = Once { try? FileManager.default.moveItem(at: old, to: new) }
    let desk = hall.desk { if $0 == .moved { rename.run() } }
    #expect(await desk.pass { await hall.office.takenNames == [["a.jpg", "b.jpg", "c.jpg"]] })
    #expect(hall.claimed == [])
  }

  /// A page of a case changes while the others are taken, and the process dies while it puts them back.
  @Test func aProcessKilledWhilePuttingBackLosesNothing() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    for number in 1...3 { try hall.put(SmallPapers.jpeg(number), as: "case/\(number).jpg") }
    await #expect(processExitsWith: .signal(SIGKILL)) { [place = hall.place as URL] in
      let hall = try WatchedHall(at: place)
      let last = hall.url("case/3.jpg")
      let change = Once { try? Data(SmallPapers.jpeg(4)).write(to: last, options: .atomic) }
      let desk = hall.desk {
        if $0 == .moved { change.run() }
        if $0 == .putBack { kill(getpid(), SIGKILL) }
      }
      await desk.pass(for: .seconds(10))
    }
    let next = try WatchedHall(at: hall.place)
    let desk = next.desk()
    #expect(
      await desk.pass { await next.office.takenNames == [["1.jpg", "2.jpg", "3.jpg"]] })
    let last = try #require(await next.office.acceptedClaims.first?.files.last)
    #expect(await next.office.object(last.sha256 ?? "") == SmallPapers.jpeg(4))
    #expect(next.claimed == [])
    #expect(await next.office.openCount == 0)
  }

  @Test func aClaimedFileThatSomebodyTookAwayIsNotWaitedFor() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    let url = hall.url("a.jpg")
    let remove = Once { try? FileManager.default.removeItem(at: url) }
    let desk = hall.desk { if $0 == .claimed { remove.run() } }
    #expect(
      await desk.pass {
        let open = await hall.office.openCount
        return await hall.office.rows.count == 1 && open == 0
      })
    #expect(await hall.office.accepted.isEmpty)
  }
}

/// Runs a watcher in a process of its own, which kills itself after the step.
private func killProcess(at step: WatchStep, in place: URL) async {
  await #expect(processExitsWith: .signal(SIGKILL)) {
    [place = place as URL, step = step as WatchStep] in
    let hall = try WatchedHall(at: place)
    let desk = hall.desk { if $0 == step { kill(getpid(), SIGKILL) } }
    await desk.pass(for: .seconds(10))
  }
}

private func concurrently(
  _ steps: [WatchStep], _ body: @escaping @Sendable (WatchStep) async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for step in steps { group.addTask { try await body(step) } }
    try await group.waitForAll()
  }
}

final class Once: Sendable {
  private let isDone = Mutex(false)
  private let action: @Sendable () -> Void

  init(_ action: @escaping @Sendable () -> Void) { self.action = action }

  func run() {
    let isFirst = isDone.withLock { done in
      defer { done = true }
      return !done
    }
    if isFirst { action() }
  }
}

final class Failing: Sendable {
  struct Failure: Error {}

  private let step: WatchStep
  private let state = Mutex(false)

  init(at step: WatchStep) { self.step = step }

  var hasFailed: Bool { state.withLock { $0 } }

  func check(_ step: WatchStep) throws {
    guard step == self.step else { return }
    let isFirst = state.withLock { failed in
      defer { failed = true }
      return !failed
    }
    if isFirst { throw Failure() }
  }
}
