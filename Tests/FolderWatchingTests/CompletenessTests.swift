import Foundation
import TestScanners
import Testing

@testable import FolderWatching

/// When a file is taken: quiet and whole, or said to be done.
@Suite struct CompletenessTests {
  @Test func aFileIsTakenWhenItIsWholeAndNotBefore() async throws {
    let hall = try WatchedHall { $0.timing.patience = .seconds(60) }
    defer { hall.remove() }
    let desk = hall.desk()
    for (index, bytes) in SmallPapers.all.enumerated() {
      try hall.put(Array(bytes.dropLast(7)), as: "scan\(index)")
    }
    await desk.pass(for: .milliseconds(200))
    #expect(await hall.office.rows.isEmpty)

    for (index, bytes) in SmallPapers.all.enumerated() { try hall.put(bytes, as: "scan\(index)") }
    #expect(await desk.pass { await hall.office.accepted.count == SmallPapers.all.count })
    for claim in await hall.office.acceptedClaims {
      let object = await hall.office.object(claim.files[0].sha256 ?? "")
      #expect(SmallPapers.all.contains(object ?? []))
    }
    #expect(hall.names == [])
    #expect(hall.claimed == [])
    #expect(hall.receipts.count == SmallPapers.all.count)
  }

  @Test func aFileThatStillGrowsIsNotTakenAlthoughItIsWhole() async throws {
    let hall = try WatchedHall { $0.timing.quiet = .milliseconds(400) }
    defer { hall.remove() }
    let desk = hall.desk()
    // A PDF that was saved again has an end in the middle.
    var bytes = SmallPapers.pdf(1)
    for _ in 0..<6 {
      try hall.put(bytes, as: "a.pdf")
      await desk.pass(for: .milliseconds(90))
      bytes += Array("%more\n".utf8)
    }
    #expect(await hall.office.rows.isEmpty)
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
  }

  @Test func whatWasThereBeforeTheStartIsWaitedForAsWell() async throws {
    let hall = try WatchedHall { $0.timing.quiet = .milliseconds(300) }
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    let desk = hall.desk()
    await desk.pass(for: .milliseconds(150))
    #expect(await hall.office.rows.isEmpty)
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
  }

  @Test(arguments: ["a.jpg.done", "a.done"])
  func whatIsSaidToBeDoneIsTakenAtOnce(marker: String) async throws {
    let hall = try WatchedHall { $0.timing.quiet = .seconds(30) }
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    try hall.put([], as: marker)
    _ = await hall.desk().pass()
    #expect(await hall.office.accepted.count == 1)
    #expect(hall.names == [])
  }

  @Test func aMarkThatComesTooLateIsRemoved() async throws {
    let hall = try WatchedHall { $0.timing.patience = .milliseconds(100) }
    defer { hall.remove() }
    try hall.put([], as: "a.jpg.done")
    try hall.put([1], as: "b.done")
    let desk = hall.desk()
    #expect(await desk.pass { hall.names == ["b.done"] })
  }

  @Test func aMarkOlderThanTheFileIsNotForIt() async throws {
    let hall = try WatchedHall { $0.timing.quiet = .seconds(30) }
    defer { hall.remove() }
    try hall.put([], as: "a.jpg.done")
    try await Task.sleep(for: .milliseconds(20))
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    _ = await hall.desk().pass()
    #expect(await hall.office.rows.isEmpty)
  }

  /// Windows reserves the room of a file before it writes it.
  @Test func aFileOfZerosIsWaitedFor() async throws {
    let hall = try WatchedHall { $0.timing.patience = .seconds(60) }
    defer { hall.remove() }
    let desk = hall.desk()
    let bytes = SmallPapers.png(1)
    try hall.put([UInt8](repeating: 0, count: bytes.count), as: "a.png")
    await desk.pass(for: .milliseconds(120))
    #expect(await hall.office.rows.isEmpty)
    try hall.put(bytes, as: "a.png")
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
  }

  @Test func temporaryAndHiddenFilesAreLeft() async throws {
    let hall = try WatchedHall { $0.timing.patience = .milliseconds(80) }
    defer { hall.remove() }
    let desk = hall.desk()
    let names = [
      "a.jpg.tmp", "a.part", "A.PART", "a.jpg~", ".a.jpg", "~$a.pdf", "a.crdownload", "Thumbs.db",
    ]
    for (number, name) in names.enumerated() { try hall.put(SmallPapers.jpeg(number), as: name) }
    await desk.pass(for: .milliseconds(200))
    #expect(hall.names == names.sorted())
    // The writers give them their names.
    for (number, name) in names.enumerated() {
      try FileManager.default.moveItem(at: hall.url(name), to: hall.url("\(number).jpg"))
    }
    #expect(await desk.pass { await hall.office.accepted.count == names.count })
  }

  @Test func namesThatAreNotTextAndLongOnesAreTaken() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let gbk: [UInt8] = [0xC9, 0xED, 0xB7, 0xDD, 0xD6, 0xA4]
    let folder = try FolderHandle(path: hall.folder.path)
    try folder.write(SmallPapers.jpeg(1), as: PaperName(bytes: gbk), mode: 0o600)
    try folder.write(
      SmallPapers.jpeg(2), as: PaperName(bytes: [UInt8](repeating: 0x61, count: 255)), mode: 0o600)
    try folder.write(SmallPapers.jpeg(3), as: PaperName("a\n%\u{202E}.jpg"), mode: 0o600)
    let desk = hall.desk()
    #expect(await desk.pass { await hall.office.accepted.count == 3 })
    #expect(await hall.office.takenNames.contains(["%C9%ED%B7%DD%D6%A4"]))
    #expect(await hall.office.takenNames.contains(["a%0A%25%E2%80%AE.jpg"]))
    #expect(hall.names == [])
    #expect(hall.receipts.count == 3)
  }

  @Test func theSamePaperTwiceIsALink() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    try hall.put(SmallPapers.jpeg(1), as: "b.jpg")
    #expect(await desk.pass { await hall.office.accepted.count == 2 })
    let receipts = await hall.office.receipts
    #expect(receipts.map(\.caseID) == ["C-1", "C-1"])
    #expect(receipts.map(\.duplicateOf) == [nil, "C-1"])
  }
}
