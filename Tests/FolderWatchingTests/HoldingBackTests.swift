import Foundation
import TestScanners
import Testing

@testable import FolderWatching

/// When papers wait in their folders, and which come first.
@Suite struct HoldingBackTests {
  @Test func whileTooMuchWaitsToBeReadNothingIsTaken() async throws {
    var hall = try WatchedHall()
    defer { hall.remove() }
    hall.limits.waiting = 10
    await hall.office.wait(10)
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    let desk = hall.desk()
    await desk.pass(for: .milliseconds(200))
    #expect(hall.names == ["a.jpg"])
    await hall.office.wait(9)
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
  }

  @Test func whileADiskIsFullNothingIsTaken() async throws {
    var hall = try WatchedHall()
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    hall.limits.freeBytes = .max
    await hall.desk(outputs: [hall.place.path]).pass(for: .milliseconds(200))
    #expect(hall.names == ["a.jpg"])
    hall.limits.freeBytes = 1
    let desk = hall.desk(outputs: [hall.place.path])
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
  }

  @Test func walkInPapersComeBeforeABatchAndOnlyTheyFillTheQueue() async throws {
    var hall = try WatchedHall { $0.lane = .batch }
    defer { hall.remove() }
    let counter = hall.place.appending(path: "counter")
    try FileManager.default.createDirectory(at: counter, withIntermediateDirectories: true)
    var walkIn = hall.folder
    walkIn.path = try WatchedFolder.standard(at: counter.path).path
    walkIn.lane = .walkIn
    hall.limits.waitingBatch = 0
    let desk = hall.desk([walkIn])
    for number in 1...3 { try hall.put(SmallPapers.jpeg(number), as: "batch\(number).jpg") }
    await desk.pass(for: .milliseconds(150))
    #expect(await hall.office.rows.isEmpty)
    try Data(SmallPapers.jpeg(9)).write(to: counter.appending(path: "walk-in.jpg"))
    #expect(await desk.pass { await hall.office.takenNames == [["walk-in.jpg"]] })

    hall.limits.waitingBatch = 100
    try Data(SmallPapers.jpeg(8)).write(to: counter.appending(path: "walk-in2.jpg"))
    let next = hall.desk([walkIn])
    #expect(await next.pass { await hall.office.accepted.count == 5 })
    #expect(await hall.office.takenNames[1] == ["walk-in2.jpg"])
  }

  @Test func anOfficeThatCannotStoreLosesNothingAndKeepsTheOrder() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    for number in 1...5 {
      try hall.put(SmallPapers.jpeg(number), as: "\(9 - number).jpg")
      try await Task.sleep(for: .milliseconds(15))
    }
    await hall.office.fail(times: 4)
    #expect(await desk.pass { await hall.office.accepted.count == 5 })
    #expect(
      await hall.office.takenNames == [["8.jpg"], ["7.jpg"], ["6.jpg"], ["5.jpg"], ["4.jpg"]])
    #expect(hall.names == [])
  }

  @Test func oneCaseThatIsNeverAcceptedDoesNotStopTheOthers() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let bad = hall.place.appending(path: "bad")
    try FileManager.default.createDirectory(at: bad, withIntermediateDirectories: true)
    var other = hall.folder
    other.path = try WatchedFolder.standard(at: bad.path).path
    other.source = "bad"
    await hall.office.fail(source: "bad")
    try Data(SmallPapers.jpeg(1)).write(to: bad.appending(path: "a.jpg"))
    let desk = hall.desk([other])
    #expect(await desk.pass { await hall.office.openCount == 1 })
    try Data(SmallPapers.jpeg(2)).write(to: bad.appending(path: "b.jpg"))
    try hall.put(SmallPapers.jpeg(3), as: "c.jpg")
    #expect(await desk.pass { await hall.office.takenNames == [["c.jpg"]] })
    // After some attempts even its own folder goes on; it is the office that says what is wrong.
    #expect(await desk.pass { await hall.office.openCount == 2 })
    await hall.office.fail(source: nil)
    #expect(await desk.pass { await hall.office.accepted.count == 3 })
  }

  @Test func theOrderIsThatOfCompletion() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    let slow = SmallPapers.pdf(1, bytes: 200)
    try hall.put(Array(slow.prefix(50)), as: "a-slow.pdf")
    try await Task.sleep(for: .milliseconds(20))
    try hall.put(SmallPapers.jpeg(2), as: "z.jpg")
    try await Task.sleep(for: .milliseconds(20))
    try hall.put(SmallPapers.jpeg(3), as: "touched.jpg")
    try await Task.sleep(for: .milliseconds(20))
    try hall.put(SmallPapers.jpeg(4), as: "b.jpg")
    try await Task.sleep(for: .milliseconds(20))
    try hall.put(slow, as: "a-slow.pdf")
    try await Task.sleep(for: .milliseconds(20))
    // As a copy does that keeps the time of its original.
    #expect(utimes(hall.url("touched.jpg").path, [timeval(), timeval()]) == 0)
    #expect(await desk.pass { await hall.office.accepted.count == 4 })
    #expect(
      await hall.office.takenNames == [["z.jpg"], ["b.jpg"], ["a-slow.pdf"], ["touched.jpg"]])
  }
}
