import Foundation
import TestScanners
import Testing

@testable import FolderWatching

/// On a small disk of its own, which only root may mount.
@Suite(.enabled(if: SmallDisk.canBeMounted, "mounting needs root"))
struct FullDiskTests {
  @Test func aFullDiskLosesNothing() async throws {
    let hall = try WatchedHall {
      $0.mounted = true
      $0.timing.patience = .seconds(1)
    }
    defer { hall.remove() }
    let disk = try SmallDisk(at: hall.folder.path)
    defer { disk.unmount() }
    for number in 1...3 { try hall.put(SmallPapers.jpeg(number), as: "\(number).jpg") }
    try hall.put(Array("no picture".utf8), as: "bad.jpg")
    try disk.fill()

    // Taking needs no room on the disk, a note does.
    let desk = hall.desk()
    #expect(await desk.pass { await hall.office.accepted.count == 3 })
    try disk.fill()
    #expect(await desk.pass { await hall.office.refusals.count == 1 })
    await desk.pass(for: .milliseconds(100))
    #expect(hall.names == [SmallDisk.filler])
    #expect(hall.claimed.count == 1)

    try disk.empty()
    #expect(await desk.pass { hall.failed == ["bad.jpg", "bad.jpg.failed.json"] })
    #expect(hall.claimed == [])
  }

  @Test func aShareThatIsUnmountedAndComesBackIsGoneOnWith() async throws {
    let hall = try WatchedHall { $0.mounted = true }
    defer { hall.remove() }
    let desk = hall.desk()
    let disk = try SmallDisk(at: hall.folder.path)
    try hall.put(SmallPapers.jpeg(1), as: "a.jpg")
    #expect(await desk.pass { await hall.office.accepted.count == 1 })
    // Nothing is kept open between two passes.
    #expect(disk.unmount())
    await desk.pass(for: .milliseconds(100))
    #expect(try FileManager.default.contentsOfDirectory(atPath: hall.folder.path).isEmpty)

    let back = try SmallDisk(at: hall.folder.path)
    defer { back.unmount() }
    try hall.put(SmallPapers.jpeg(2), as: "b.jpg")
    #expect(await desk.pass { await hall.office.accepted.count == 2 })
  }

  @Test func anotherDiskInsideIsLeftAlone() async throws {
    let hall = try WatchedHall()
    defer { hall.remove() }
    try FileManager.default.createDirectory(
      at: hall.url("inner"), withIntermediateDirectories: true)
    let disk = try SmallDisk(at: hall.url("inner").path)
    defer { disk.unmount() }
    try hall.put(SmallPapers.jpeg(1), as: "inner/a.jpg")
    try hall.put(SmallPapers.jpeg(2), as: "b.jpg")
    let desk = hall.desk()
    await desk.pass(for: .milliseconds(300))
    #expect(await hall.office.takenNames == [["b.jpg"]])
    #expect(hall.names == ["inner", "inner/a.jpg"])
    #expect(hall.failed == [])
  }
}

/// Memory that looks like a disk of 64 KB.
struct SmallDisk {
  static let filler = "filler.tmp"

  static let canBeMounted: Bool = {
    let path = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID())").path
    guard geteuid() == 0, mkdir(path, 0o700) == 0 else { return false }
    defer { rmdir(path) }
    return (try? SmallDisk(at: path))?.unmount() ?? false
  }()

  private let path: String

  init(at path: String) throws {
    self.path = path
    guard mount("none", path, "tmpfs", 0, "size=64k") == 0 else { throw POSIXError(.EPERM) }
  }

  @discardableResult
  func unmount() -> Bool { umount(path) == 0 }

  func fill() throws {
    let file = path + "/" + Self.filler
    if !FileManager.default.fileExists(atPath: file) {
      _ = FileManager.default.createFile(atPath: file, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.seekToEnd()
    while (try? handle.write(contentsOf: Data(count: 4096))) != nil {}
    try handle.close()
  }

  func empty() throws { try FileManager.default.removeItem(atPath: path + "/" + Self.filler) }
}
