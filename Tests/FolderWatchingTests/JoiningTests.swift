import Foundation
import Logging
import TestScanners
import Testing

@testable import FolderWatching

/// Which files become one case.
@Suite struct JoiningTests {
  @Test func aSubfolderIsOneCaseInTheOrderOfItsPages() async throws {
    let hall = try WatchedHall { $0.timing.together = .milliseconds(600) }
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(2), as: "李四/page10.jpg")
    try hall.put(SmallPapers.jpeg(1), as: "李四/page2.jpg")
    await desk.pass(for: .milliseconds(150))
    try hall.put(SmallPapers.jpeg(3), as: "李四/page1.jpg")
    await desk.pass(for: .milliseconds(150))
    #expect(await hall.office.rows.isEmpty)
    #expect(
      await desk.pass {
        await hall.office.takenNames == [["page1.jpg", "page2.jpg", "page10.jpg"]]
      })
    #expect(await hall.office.acceptedClaims.first?.group == PaperName("李四"))
    #expect(hall.names == [])
  }

  @Test(arguments: ["case.done", "case/.done", "case/ready.done"])
  func aSubfolderThatIsSaidToBeDoneIsTakenAtOnce(marker: String) async throws {
    let hall = try WatchedHall { $0.timing.together = .seconds(60) }
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "case/a.jpg")
    try hall.put(SmallPapers.jpeg(2), as: "case/b.jpg")
    try hall.put([], as: marker)
    _ = await hall.desk().pass()
    #expect(await hall.office.takenNames == [["a.jpg", "b.jpg"]])
    #expect(hall.names == [])
  }

  @Test func anUnfinishedFileOfACaseIsWaitedForAndThenShownToAPerson() async throws {
    let hall = try WatchedHall { $0.timing.patience = .milliseconds(700) }
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "case/a.jpg")
    try hall.put(SmallPapers.jpeg(2), as: "case/b.jpg.part")
    await desk.pass(for: .milliseconds(200))
    #expect(await hall.office.rows.isEmpty)
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    #expect(await hall.office.acceptedClaims.first?.notices.map(\.code) == ["unfinished_files"])
    #expect(hall.names == ["case", "case/b.jpg.part"])
  }

  @Test func filesAreJoinedByTheirNames() async throws {
    let pattern = try #require(NamePattern("{case}_{page}"))
    let hall = try WatchedHall { $0.joining = .byName(pattern) }
    defer { hall.remove() }
    let desk = hall.desk()
    for name in ["x_2", "y_1", "x_10", "x_1", "z"] {
      try hall.put(SmallPapers.jpeg(name.hashValue), as: "\(name).jpg")
    }
    #expect(await desk.pass { await hall.office.accepted.count == 3 })
    let taken = Set(await hall.office.takenNames)
    #expect(taken == [["z.jpg"], ["y_1.jpg"], ["x_1.jpg", "x_2.jpg", "x_10.jpg"]])
  }

  @Test func twoFilesForOnePageAreShownToAPerson() async throws {
    let pattern = try #require(NamePattern("{case}_{page}"))
    let hall = try WatchedHall { $0.joining = .byName(pattern) }
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "x_1.jpg")
    try hall.put(SmallPapers.jpeg(2), as: "x_01.jpg")
    let desk = hall.desk()
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    let claim = await hall.office.acceptedClaims.first
    #expect(claim?.notices.map(\.code) == ["two_pages_of_one_number"])
  }

  @Test func filesAreJoinedByTheirTime() async throws {
    let hall = try WatchedHall { $0.joining = .byTime(seconds: 1) }
    defer { hall.remove() }
    let desk = hall.desk()
    for number in 1...3 {
      try hall.put(SmallPapers.jpeg(number), as: "\(9 - number).jpg")
      await desk.pass(for: .milliseconds(150))
    }
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    #expect(await hall.office.takenNames == [["8.jpg", "7.jpg", "6.jpg"]])
  }

  @Test func frontsAndBacksOfOneCounterAreJoined() async throws {
    let hall = try WatchedHall {
      $0.handling.sides = .backsInSecondFile
      $0.timing.together = .milliseconds(500)
    }
    defer { hall.remove() }
    let desk = hall.desk()
    for name in ["fronts1", "backs1", "fronts2", "backs2"] {
      try hall.put(SmallPapers.pdf(name.hashValue), as: "\(name).pdf")
      await desk.pass(for: .milliseconds(50))
    }
    #expect(await desk.pass { await hall.office.accepted.count == 2 })
    #expect(
      await hall.office.takenNames == [
        ["fronts1.pdf", "backs1.pdf"], ["fronts2.pdf", "backs2.pdf"],
      ])
  }

  /// If the backs of one citizen were forgotten, the next one's fronts must not be taken for them.
  @Test func whereOneIsMissingNothingIsJoined() async throws {
    let hall = try WatchedHall {
      $0.handling.sides = .backsInSecondFile
      $0.timing.together = .milliseconds(500)
    }
    defer { hall.remove() }
    let desk = hall.desk()
    for name in ["fronts1", "fronts2", "backs2"] {
      try hall.put(SmallPapers.pdf(name.hashValue), as: "\(name).pdf")
      await desk.pass(for: .milliseconds(50))
    }
    #expect(await desk.pass { await hall.office.accepted.count == 3 })
    let claims = await hall.office.acceptedClaims
    #expect(claims.allSatisfy { $0.files.count == 1 })
    #expect(claims.allSatisfy { $0.notices.map(\.code) == ["sides_unclear"] })
  }

  @Test func aSubfolderIsNotTakenWhileItsWriterUsesHiddenNames() async throws {
    let hall = try WatchedHall { $0.timing.patience = .seconds(20) }
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "case/a.jpg")
    try hall.put(Array(SmallPapers.jpeg(2).prefix(20)), as: "case/.b.jpg.A1b2C3")
    try hall.put([], as: "case/.DS_Store")
    await desk.pass(for: .milliseconds(400))
    #expect(await hall.office.rows.isEmpty)
    try FileManager.default.removeItem(at: hall.url("case/.b.jpg.A1b2C3"))
    try hall.put(SmallPapers.jpeg(2), as: "case/b.jpg")
    #expect(await desk.pass { await hall.office.takenNames == [["a.jpg", "b.jpg"]] })
  }

  @Test func theMarkOfOnePageSaysNothingOfTheOthers() async throws {
    let pattern = try #require(NamePattern("{case}_{page}"))
    let hall = try WatchedHall {
      $0.joining = .byName(pattern)
      $0.timing.together = .seconds(60)
    }
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "x_1.jpg")
    for mark in ["x_1.jpg.done", "x_1.done"] { try hall.put([], as: mark) }
    await desk.pass(for: .milliseconds(200))
    #expect(await hall.office.rows.isEmpty)
    try hall.put(SmallPapers.jpeg(2), as: "x_2.jpg")
    try hall.put([], as: "x.done")
    #expect(await desk.pass { await hall.office.takenNames == [["x_1.jpg", "x_2.jpg"]] })
    #expect(hall.names == [])
  }

  /// One watcher, one office, and papers that would fit together.
  @Test func papersOfTwoCountersAreNeverJoined() async throws {
    let hall = try WatchedHall {
      $0.handling.sides = .backsInSecondFile
      $0.timing.together = .milliseconds(400)
    }
    defer { hall.remove() }
    var other = hall.folder
    other.path = hall.place.appending(path: "other").path
    other.counter = "2"
    try FileManager.default.createDirectory(atPath: other.path, withIntermediateDirectories: false)
    let watcher = try FolderWatcher(
      folders: [hall.folder, other], outputs: [], limits: hall.limits, office: hall.office,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let run = Task { try await watcher.run() }
    try hall.put(SmallPapers.pdf(1), as: "fronts.pdf")
    try Data(SmallPapers.pdf(2)).write(to: URL(filePath: other.path).appending(path: "x.pdf"))
    try hall.put(SmallPapers.pdf(3), as: "xbacks.pdf")
    let end = ContinuousClock.now + .seconds(10)
    while await hall.office.accepted.count < 2, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(20))
    }
    run.cancel()
    try await run.value
    #expect(Set(await hall.office.takenNames) == [["fronts.pdf", "xbacks.pdf"], ["x.pdf"]])
  }
}
