import Cases
import Foundation
import Testing

@testable import ResultCodes

@Suite struct IssuingKeyTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-keys-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test func madeOnceAndOnlyForItsOwner() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try IssuingKeyFolder(path: folder.path()).key()
    let again = try IssuingKeyFolder(path: folder.path()).key()
    #expect(first.isTest && first.publicKey == again.publicKey)
    let file = folder.appending(path: "test-issuing-key.pem").path()
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).count == 1)
  }

  @Test func manyAtOnceGetTheSameKey() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path()
    let kids = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 { group.addTask { try IssuingKeyFolder(path: path).key().publicKey.kid } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(kids.count == 1)
  }

  @Test func theHallsOwnKeyComesFirstAndIsNoTest() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try IssuingKeyFolder(path: folder.path()).key()
    let golden = try Golden.load()
    try PrivateFile(path: folder.path() + "/issuing-key.pem").create(Array(golden.keyPem.utf8))
    let key = try IssuingKeyFolder(path: folder.path()).key()
    #expect(!key.isTest && hex(key.publicKey.kid) == golden.kid)
  }

  @Test func openOrDamagedKeysAreRefused() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "issuing-key.pem")
    try Data("no key".utf8).write(to: file)
    for mode in [0o600, 0o644] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path())
      let problem = #expect(throws: Problem.self) {
        try IssuingKeyFolder(path: folder.path()).key()
      }
      #expect(problem?.code == "issuing_key" && problem?.exit == .access)
    }
  }
}
