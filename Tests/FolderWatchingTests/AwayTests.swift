import Cases
import Foundation
import TestScanners
import Testing

@testable import FolderWatching

/// Folders that are not there, or not alone.
@Suite struct AwayTests {
  @Test func aFolderThatVanishesIsWaitedFor() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    await desk.pass(for: .milliseconds(50))
    let away = hall.place.appending(path: "away")
    try FileManager.default.moveItem(at: hall.root, to: away)
    await desk.pass(for: .milliseconds(300))
    try Data(SmallPapers.jpeg(1)).write(to: away.appending(path: "a.jpg"))
    try FileManager.default.moveItem(at: away, to: hall.root)
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
  }

  @Test func aFolderBehindALinkThatCameLaterIsNotOpened() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let desk = hall.desk()
    let other = hall.place.appending(path: "other")
    try FileManager.default.moveItem(at: hall.root, to: other)
    try Data(SmallPapers.jpeg(1)).write(to: other.appending(path: "a.jpg"))
    try FileManager.default.createSymbolicLink(at: hall.root, withDestinationURL: other)
    await desk.pass(for: .milliseconds(300))
    #expect(await hall.office.rows.isEmpty)
  }

  @Test func whereAShareIsNotMountedNothingIsWritten() async throws {
    let hall = try WatchedHall { $0.mounted = true }
    defer { hall.remove() }
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    await hall.desk().pass(for: .milliseconds(200))
    #expect(try FileManager.default.contentsOfDirectory(atPath: hall.folder.path) == ["a.jpg"])
  }

  @Test func twoServicesDoNotTakeTurnsInOneFolder() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let other = try OpenFolder(at: hall.folder.path)
    #expect(try other.lock())
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    await hall.desk().pass(for: .milliseconds(200))
    #expect(hall.names == ["a.jpg"])
    withExtendedLifetime(other) {}
  }

  @Test func foldersThatOverlapAreRefused() throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    let inner = hall.place.appending(path: "in/inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    let link = hall.place.appending(path: "link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: inner)
    let folder = hall.folder
    let nested = try WatchedFolder.standard(at: link.path)

    #expect(
      code { try FolderOverlap.check([folder, nested], outputs: []) } == "overlapping_folders")
    #expect(
      code { try FolderOverlap.check([folder, folder], outputs: []) } == "overlapping_folders")
    for output in [hall.place.path, link.path, hall.folder.path, hall.folder.path + "/not-there"] {
      #expect(
        code { try FolderOverlap.check([folder], outputs: [output]) } == "overlapping_folders")
    }
    var failing = folder
    failing.failures = inner.path
    #expect(code { try FolderOverlap.check([failing], outputs: []) } == "overlapping_folders")
    #expect(code { try FolderOverlap.check([folder], outputs: [hall.folder.path + "2"]) } == nil)
    #expect(code { _ = try WatchedFolder.standard(at: "/not/there") } == "no_such_folder")
  }

  @Test func theKindOfFileSystemDecidesWhetherHintsAreAskedFor() {
    for kind in [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994] as [UInt32] {
      #expect(FileSystem(kind: kind).tellsOfChanges)
    }
    // NFS, SMB 2, CIFS, FUSE, 9p, overlay, Ceph.
    let others: [UInt32] = [
      0x6969, 0xFE53_4D42, 0xFF53_4D42, 0x6573_5546, 0x0102_1997, 0x794C_7630, 0x00C3_6400,
    ]
    for kind in others { #expect(!FileSystem(kind: kind).tellsOfChanges) }
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Problem)?.code ?? "\(error)"
    }
  }
}
