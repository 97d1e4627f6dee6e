import Cases
import Foundation
import TestScanners
import Testing

@testable import FolderWatching

/// What goes to the failure folder, and how it comes back.
@Suite struct RefusalTests {
  @Test func aFileThatStaysCutGoesToTheFailureFolderWithANote() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(Array(SmallPapers.pdf(1).dropLast(20)), as: "张三.pdf")
    try hall.put(SmallPapers.jpeg(2), as: "b.jpg")
    #expect(await desk.pass { await hall.office.refusals.count == 1 })

    #expect(hall.failed == ["张三.pdf", "张三.pdf.failed.json"])
    let note = try hall.note("张三.pdf.failed.json")
    #expect(note["code"] as? String == "truncated_pdf")
    #expect(note["stage"] as? String == "intake")
    #expect(note["attempt"] as? Int == 1)
    for key in ["message_zh", "message_en", "remedy_zh", "remedy_en", "trace_id", "at"] {
      #expect((note[key] as? String)?.isEmpty == false, "\(key)")
    }
    // The other one was not kept waiting.
    #expect(await hall.office.takenNames == [["b.jpg"]])
    #expect(hall.names == [])
    #expect(hall.claimed == [])
  }

  @Test(arguments: [false, true])
  func movedBackItIsTriedAgain(withItsNote: Bool) async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(Array("no picture".utf8), as: "a.jpg")
    #expect(await desk.pass { hall.failed.count == 2 })

    func moveBack() throws {
      try FileManager.default.moveItem(at: hall.url("kanhe-failed/a.jpg"), to: hall.url("a.jpg"))
      guard withItsNote else { return }
      try FileManager.default.moveItem(
        at: hall.url("kanhe-failed/a.jpg.failed.json"), to: hall.url("a.jpg.failed.json"))
    }
    try moveBack()
    #expect(await desk.pass { await hall.office.refusals.count == 2 })
    #expect(try hall.note("a.jpg.failed.json")["attempt"] as? Int == 2)
    #expect(hall.names == [])
  }

  @Test func aNoteVanishesWhenItsFileIsAccepted() async throws {
    let hall = try WatchedHall { $0.timing.patience = .milliseconds(200) }
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    #expect(link(hall.url("a.jpg").path, hall.place.appending(path: "other").path) == 0)
    #expect(await desk.pass { hall.failed.count == 2 })
    #expect(try hall.note("a.jpg.failed.json")["code"] as? String == "hard_link")
    // Its other name is taken away.
    try FileManager.default.removeItem(at: hall.place.appending(path: "other"))
    try FileManager.default.moveItem(at: hall.url("kanhe-failed/a.jpg"), to: hall.url("a.jpg"))
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    #expect(hall.failed == [])
  }

  @Test func linksPipesAndSocketsAreNotOpened() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    let secret = hall.place.appending(path: "secret.jpg")
    try Data(SmallPapers.jpeg(1)).write(to: secret)
    #expect(symlink(secret.path, hall.url("link.jpg").path) == 0)
    #expect(symlink(hall.place.path, hall.url("folder").path) == 0)
    #expect(mkfifo(hall.url("pipe.jpg").path, 0o666) == 0)
    try hall.put(SmallPapers.jpeg(2), as: "good.jpg")
    #expect(await desk.pass { await hall.office.accepted.count == 1 && hall.failed.count == 6 })
    #expect(await hall.office.takenNames == [["good.jpg"]])
    #expect(try hall.note("link.jpg.failed.json")["code"] as? String == "not_a_regular_file")
    #expect(FileManager.default.fileExists(atPath: secret.path))
  }

  @Test func aFolderInASubfolderIsRefused() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "case/a.jpg")
    try hall.put(SmallPapers.jpeg(2), as: "case/inner/b.jpg")
    #expect(await desk.pass { hall.failed == ["case", "case.failed.json"] })
    #expect(try hall.note("case.failed.json")["code"] as? String == "folder_too_deep")
    #expect(await hall.office.rows.isEmpty)
  }

  @Test func aCaseWithOneBadFileIsRefusedTogetherAndRetriedTogether() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "case/a.jpg")
    try hall.put(Array(SmallPapers.png(2).dropLast(12)), as: "case/b.png")
    #expect(await desk.pass { await hall.office.refusals.count == 1 })
    #expect(hall.failed == ["case", "case.failed.json"])
    let files = try #require(try hall.note("case.failed.json")["files"] as? [[String: Any]])
    #expect(files.map { $0["failed"] as? Bool } == [false, true])

    try Data(SmallPapers.png(2)).write(to: hall.url("kanhe-failed/case/b.png"))
    try FileManager.default.moveItem(at: hall.url("kanhe-failed/case"), to: hall.url("case"))
    #expect(await desk.pass { await hall.office.takenNames == [["a.jpg", "b.png"]] })
    #expect(hall.names == [])
  }

  /// Anybody who may write into the folder may write a note.
  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "[", "1e99"])
  func aForgedNoteDoesNoHarm(attempt: String) async throws {
    let hall = try WatchedHall { $0.timing.patience = .milliseconds(80) }
    defer { hall.remove() }
    let desk = hall.desk()
    let bytes = Array("no picture".utf8)
    try hall.put(bytes, as: "a.jpg")
    #expect(await desk.pass { hall.failed.count == 2 })
    let note = hall.url("kanhe-failed/a.jpg.failed.json")
    let forged = try String(contentsOf: note, encoding: .utf8)
      .replacing("\"attempt\" : 1", with: "\"attempt\" : \(attempt)")
    try Data(forged.utf8).write(to: hall.url("a.jpg.failed.json"))
    try FileManager.default.moveItem(at: hall.url("kanhe-failed/a.jpg"), to: hall.url("a.jpg"))
    #expect(await desk.pass { await hall.office.refusals.count == 2 })
  }

  @Test func twoFailuresOfOneNameAreKeptApart() async throws {
    let hall = try WatchedHall { $0.timing.patience = .milliseconds(80) }
    defer { hall.remove() }
    let desk = hall.desk()
    for number in 1...3 {
      try hall.put(Array("not a picture \(number)".utf8), as: "a.jpg")
      #expect(await desk.pass { await hall.office.refusals.count == number })
    }
    #expect(
      hall.failed == [
        "a (2).jpg", "a (2).jpg.failed.json", "a (3).jpg", "a (3).jpg.failed.json", "a.jpg",
        "a.jpg.failed.json",
      ])
  }

  @Test func aFailureFolderElsewhereIsUsed() async throws {
    let elsewhere = URL(filePath: "/dev/shm").appending(path: "failed-\(UUID())")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: elsewhere) }
    let hall = try WatchedHall {
      $0.failures = elsewhere.path
      $0.timing.patience = .milliseconds(80)
    }
    defer { hall.remove() }
    let bytes = Array("no picture".utf8)
    try hall.put(bytes, as: "a.jpg")
    let desk = hall.desk()
    #expect(await desk.pass { await hall.office.refusals.count == 1 })
    #expect(try [UInt8](Data(contentsOf: elsewhere.appending(path: "a.jpg"))) == bytes)
    #expect(hall.claimed == [])
  }

  @Test func whatIsTooLargeIsNotRead() async throws {
    let hall = try WatchedHall { $0.timing.patience = .milliseconds(80) }
    defer { hall.remove() }
    try hall.put([], as: "large.jpg")
    // A sparse file: a terabyte that takes no space.
    #expect(truncate(hall.url("large.jpg").path, 1 << 40) == 0)
    let desk = hall.desk()
    #expect(await desk.pass { await hall.office.refusals.count == 1 })
    #expect(try hall.note("large.jpg.failed.json")["code"] as? String == "too_many_bytes")
  }

  @Test func whatFailsAfterItWasAcceptedIsGivenBack() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    let claim = try #require(await hall.office.acceptedClaims.first)
    // when: the office gives it up, and the desk dies once before the office knows that it is back
    await hall.office.giveUp(claim.id, because: .readerDied("SIGSEGV"))
    let failing = Failing(at: .givenBack)
    let dying = hall.desk { try failing.check($0) }
    #expect(await dying.pass { await hall.office.givenUp.isEmpty })
    #expect(failing.hasFailed)
    #expect(hall.failed == ["a.jpg", "a.jpg.failed.json"])
    #expect(try hall.note("a.jpg.failed.json")["stage"] as? String == "reading")
    #expect(try hall.note("a.jpg.failed.json")["code"] as? String == "reader_died")
    #expect(try Data(contentsOf: hall.url("kanhe-failed/a.jpg")) == Data(SmallPapers.jpeg(1)))
    // and: it is brought back
    try FileManager.default.moveItem(at: hall.url("kanhe-failed/a.jpg"), to: hall.url("a.jpg"))
    #expect(await desk.pass { await hall.office.accepted.count == 2 })
  }

  @Test func whatCannotBeGivenBackHoldsUpNothing() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    try hall.put(SmallPapers.jpeg(2), as: "b.jpg")
    #expect(await desk.pass { await hall.office.accepted.count == 2 })
    let claims = await hall.office.acceptedClaims
    try await hall.office.lose(try #require(claims.first))
    // when
    for claim in claims {
      await hall.office.giveUp(claim.id, because: .readerDied("SIGSEGV"))
    }
    #expect(await desk.pass { await hall.office.givenUp.count == 1 })
    // then
    #expect(hall.failed == ["b.jpg", "b.jpg.failed.json"])
    #expect(await hall.office.givenUp == claims.prefix(1).map(\.id), "it is tried again")
  }

  @Test func foldersThatShareAFailureFolderOverwriteNothing() async throws {
    let shared = FileManager.default.temporaryDirectory.appending(path: "failures-\(UUID())")
    try FileManager.default.createDirectory(at: shared, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: shared) }
    let halls = try (0..<4).map { _ in try WatchedHall { $0.failures = shared.path } }
    defer { for hall in halls { hall.remove() } }
    for (number, hall) in halls.enumerated() {
      for name in 0..<6 { try hall.put(Array("none \(number) \(name)".utf8), as: "\(name).jpg") }
      try hall.put(Array("none \(number)".utf8), as: "case/page.jpg")
    }
    await withTaskGroup { group in
      for hall in halls {
        group.addTask { _ = await hall.desk().pass { await hall.office.refusals.count == 7 } }
      }
    }
    let contents = try FileManager.default.subpathsOfDirectory(atPath: shared.path)
      .filter { $0.hasSuffix(".jpg") }
      .map { try Data(contentsOf: shared.appending(path: $0)) }
    #expect(Set(contents).count == 28, "every original is there")
  }

  /// However many bad files lie in front of it.
  @Test func aGoodFileBehindManyBadOnesIsTaken() async throws {
    let hall = try WatchedHall { $0.timing.patience = .seconds(60) }
    defer { hall.remove() }
    for number in 0..<40 { try hall.put([1, 2, 3], as: "bad\(number).jpg") }
    try await Task.sleep(for: .milliseconds(20))
    try hall.put(SmallPapers.jpeg(1), as: "good.jpg")
    let desk = hall.desk()
    #expect(await desk.pass(within: .seconds(2)) { await hall.office.accepted.count == 1 })
  }
}
