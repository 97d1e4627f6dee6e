import Foundation
import Intake
import Testing

@Suite struct FileOnDiskTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "intake-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func removeFolder() { try? FileManager.default.removeItem(at: folder) }

  @Test func aFileIsReadWhole() throws {
    defer { removeFolder() }
    let bytes = SmallFiles.jpeg + [UInt8](repeating: 7, count: 100_000)
    try Data(bytes).write(to: folder.appending(path: "证件.jpg"))

    let file = try Intake.accept(path: path("证件.jpg"))

    #expect(file.bytes == bytes)
    #expect(file.name == path("证件.jpg"))
  }

  @Test func aLinkToAFileIsFollowed() throws {
    defer { removeFolder() }
    try Data(SmallFiles.png).write(to: folder.appending(path: "a.png"))
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: path("a.png"))

    #expect(try Intake.accept(path: path("link")).bytes == SmallFiles.png)
  }

  @Test func anEmptyFileIsRefused() throws {
    defer { removeFolder() }
    try Data().write(to: folder.appending(path: "empty"))
    #expect(refusal(ofFileAt: path("empty")) == "empty_file")
  }

  @Test func aMissingFileIsRefused() {
    defer { removeFolder() }
    #expect(refusal(ofFileAt: path("nothing.jpg")) == "unreadable_file")
    #expect(refusal(ofFileAt: "") == "unreadable_file")
  }

  @Test func aFolderIsRefused() {
    defer { removeFolder() }
    #expect(refusal(ofFileAt: folder.path) == "unreadable_file")
  }

  @Test(.timeLimit(.minutes(1))) func aPipeIsRefusedAndNotWaitedFor() {
    defer { removeFolder() }
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    #expect(refusal(ofFileAt: path("pipe")) == "unreadable_file")
  }

  @Test func aDeviceIsRefused() {
    defer { removeFolder() }
    #expect(refusal(ofFileAt: "/dev/zero") == "unreadable_file")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func aFileWithoutPermissionIsRefused() throws {
    defer { removeFolder() }
    try Data(SmallFiles.png).write(to: folder.appending(path: "secret"))
    chmod(path("secret"), 0)
    #expect(refusal(ofFileAt: path("secret")) == "unreadable_file")
  }

  @Test func aFileThatIsTooLargeIsNotRead() throws {
    defer { removeFolder() }
    let path = path("large")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    // A sparse file: a terabyte that takes no space.
    #expect(truncate(path, 1 << 40) == 0)
    #expect(refusal(ofFileAt: path) == "too_many_bytes")
  }

  /// Files in /proc claim to have no bytes, as a file does that is still growing.
  @Test func moreBytesThanAnnouncedAreReadAndCounted() throws {
    defer { removeFolder() }
    #expect(refusal(ofFileAt: "/proc/self/status") == "unknown_format")
    var limits = IntakeLimits.standard
    limits.bytes = 100
    #expect(refusal(ofFileAt: "/proc/self/status", limits: limits) == "too_many_bytes")
  }
}
