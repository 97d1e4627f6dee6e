import Cases
import Foundation
import Testing

@testable import Store

/// How documents lie on the disk.
struct ObjectStoreTests {
  private static let chunk = 1 << 18

  @Test func nothingLiesInTheOpen() async throws {
    try await withObjects { objects, folder throws in
      let text = Array("a document that nobody else may read".utf8)
      let name = try objects.put(text)
      let file = try #require(try folder.objectFiles().first)
      #expect(try Data(contentsOf: file).range(of: Data(text)) == nil)
      #expect(!file.path.contains(name.prefix(8)))
      #expect(try mode(file) == 0o600)
    }
  }

  @Test(arguments: [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])
  func sizesAroundAChunk(_ count: Int) async throws {
    try await withObjects { objects, _ throws in
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
      #expect(try objects.get(try objects.put(bytes)) == bytes)
    }
  }

  /// A bit, a chunk that is missing or exchanged, an end that was cut off or added: each is noticed, and healed by the same file.
  @Test(arguments: Damage.allCases) func damageIsNoticedAndHealed(_ damage: Damage) async throws {
    try await withObjects { objects, folder throws in
      let bytes = (0..<3 * Self.chunk).map { UInt8(truncatingIfNeeded: $0 >> 7) }
      let name = try objects.put(bytes)
      let file = try #require(try folder.objectFiles().first)
      try damage.done(to: [UInt8](Data(contentsOf: file)), Self.chunk + 16).write(to: file)

      #expect(throws: Problem.self) { try objects.get(name) }
      _ = try objects.put(bytes)
      #expect(try objects.get(name) == bytes)
    }
  }

  @Test(arguments: ["", "../../keys/data.key", String(repeating: "z", count: 64)])
  func onlyHashesAreNames(_ name: String) async throws {
    try await withObjects { objects, _ throws in
      #expect(throws: Problem.damagedObject(name)) { try objects.get(name) }
    }
  }

  /// What older versions stored in the open stays readable, and is sealed when it is handed in again.
  @Test func oldObjectsAreRead() async throws {
    try await withObjects { objects, folder throws in
      let name = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      let old = folder.objects.appending(path: "ba/\(name)")
      try FileManager.default.createDirectory(
        at: old.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("abc".utf8).write(to: old)
      #expect(try objects.get(name) == Array("abc".utf8))

      #expect(try objects.put(Array("abc".utf8)) == name)
      #expect(!FileManager.default.fileExists(atPath: old.path))
      #expect(try objects.get(name) == Array("abc".utf8))
    }
  }

  @Test func oldObjectsAreSealed() async throws {
    try await withObjects { objects, folder throws in
      let name = ObjectStore.name(of: Array("abc".utf8))
      let old = folder.objects.appending(path: "ba/\(name)")
      try FileManager.default.createDirectory(
        at: old.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("abc".utf8).write(to: old)
      #expect(try objects.sealOldObjects() == 1)
      #expect(try objects.sealOldObjects() == 0)
      #expect(try objects.forgetUnnamed(olderThan: -1_000) == 0, "cases name them")
      #expect(!FileManager.default.fileExists(atPath: old.path))
      #expect(try objects.get(name) == Array("abc".utf8))
    }
  }

  /// And a little more.
  private let month = 31 * 86_400.0

  /// What died processes leave behind goes after an hour or a month, and nothing else.
  @Test func straysAreRemoved() async throws {
    try await withObjects { objects, folder throws in
      let name = try objects.put(Array("abc".utf8))
      let file = try #require(try folder.objectFiles().first)
      try addStray("0", to: folder)
      try Data("x".utf8).write(to: URL(filePath: "\(file.path).77.1234"))
      #expect(try objects.removeStrays(at: Date()) == 0)
      #expect(try objects.removeStrays(at: Date() + 7200) == 1)
      #expect(try objects.removeStrays(at: Date() + month) == 1)
      #expect(try folder.objectFiles() == [file])
      #expect(try objects.get(name) == Array("abc".utf8))
    }
  }

  /// Where the database knows less than it does not, it is hardly the folder's.
  @Test func whatIsMostlyUnknownStays() async throws {
    try await withObjects { objects, folder throws in
      try addStray("0", to: folder)
      #expect(throws: Problem.unknownObjects(1)) { try objects.removeStrays(at: Date() + month) }
      _ = try objects.put(Array("abc".utf8))
      try addStray("1", to: folder)
      #expect(throws: Problem.unknownObjects(2)) { try objects.removeStrays(at: Date() + month) }
      #expect(try folder.objectFiles().count == 3)
    }
  }

  private func addStray(_ digit: String, to folder: DataFolder) throws {
    let name = String(repeating: digit, count: 32)
    let stray = folder.objects.appending(path: "\(name.prefix(2))/\(name).sealed")
    try FileManager.default.createDirectory(
      at: stray.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: stray)
  }

  /// Nothing of the key is left in the database's files.
  @Test func forgottenKeysAreOverwritten() async throws {
    try await withDataFolder { folder in
      let store = try CaseStore(in: folder)
      let objects = ObjectStore(in: folder, of: store)
      _ = try objects.put(Array("abc".utf8))
      let wrapped = try #require(
        try store.read { try $0.value("SELECT wrapped FROM objectKey", as: [UInt8].self) })
      func isThere() -> Bool {
        ["", "-wal"].contains {
          let content = try? Data(contentsOf: URL(filePath: folder.database.path + $0))
          return content?.range(of: Data(wrapped)) != nil
        }
      }
      #expect(isThere())
      #expect(try objects.forgetUnnamed(olderThan: -1_000) == 1)
      #expect(!isThere())
    }
  }

  /// A large file and its copy, and not much beside them.
  @Test func largeFilesTakeLittleMemory() async throws {
    try await withObjects { objects, _ throws in
      let size = 64 << 20
      let name = try objects.put([UInt8](repeating: 7, count: size))
      try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
      let before = try peakMemory()
      let bytes = try objects.get(name)
      #expect(try objects.put(bytes) == name)
      #expect(try peakMemory() - before < 2 * size)
    }
  }

  /// The most that the process has held since the mark was reset (proc(5), VmHWM).
  private func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM") })
    return try #require(Int(line.filter(\.isNumber))) * 1024
  }

  private func withObjects(_ test: (ObjectStore, DataFolder) throws -> Void) async throws {
    try await withDataFolder { folder in
      try test(ObjectStore(in: folder, of: try CaseStore(in: folder)), folder)
    }
  }
}

enum Damage: CaseIterable {
  case bit, lastChunkMissing, endCutOff, chunksExchanged, tailAdded, headOnly, empty

  /// - Parameter chunk: bytes of a chunk with its tag.
  fileprivate func done(to file: [UInt8], _ chunk: Int) -> Data {
    let head = 24
    var file = file
    switch self {
    case .bit: file[head + chunk + 5] ^= 1
    case .lastChunkMissing: file.removeLast(chunk)
    case .endCutOff: file.removeLast(7)
    case .chunksExchanged:
      let first = file[head..<head + chunk]
      file.replaceSubrange(head..<head + chunk, with: file[head + chunk..<head + 2 * chunk])
      file.replaceSubrange(head + chunk..<head + 2 * chunk, with: first)
    case .tailAdded: file += Array(repeating: 0, count: 40)
    case .headOnly: file.removeLast(file.count - head)
    case .empty: file = []
    }
    return Data(file)
  }
}

extension DataFolder {
  /// Every file under `objects/`.
  func objectFiles() throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: objects.path)
      .map { objects.appending(path: $0) }
      .filter { !$0.hasDirectoryPath && (try? Data(contentsOf: $0)) != nil }
  }
}
