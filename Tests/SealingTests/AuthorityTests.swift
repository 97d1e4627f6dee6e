import Cases
import Foundation
import Sealing
import Testing

@Suite struct AuthorityTests {
  @Test func processesThatBeginTogetherShareOneAuthority() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }

    let anchors = try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask { try SealAuthority.open(folder: folder.appending(path: "authority")).anchor }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }

    #expect(anchors.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["authority"])
  }

  @Test func onlyTheOwnerCanReadTheKeys() throws {
    let hall = try Hall()
    let folder = hall.folder.appending(path: "authority")

    #expect(try mode(folder) == 0o700)
    for name in ["seal-key.pem", "authority-key.pem", "passphrase"] {
      #expect(try mode(folder.appending(path: name)) == 0o600)
    }
    let key = try String(contentsOf: folder.appending(path: "seal-key.pem"), encoding: .utf8)
    #expect(key.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
  }

  @Test func aWrongPassphraseOpensNothing() throws {
    let hall = try Hall()

    let problem = #expect(throws: Problem.self) {
      try SealAuthority.open(folder: hall.folder.appending(path: "authority"), passphrase: "wrong")
    }

    #expect(problem?.code == "bad_seal_key")
  }

  @Test func aPassphraseOfTheCallerIsNotKept() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }

    let made = try SealAuthority.open(folder: folder, passphrase: "of the caller")
    let opened = try SealAuthority.open(folder: folder, passphrase: "of the caller")

    #expect(opened.certificates == made.certificates)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains("passphrase"))
  }

  @Test func itSaysThatItIsATest() throws {
    let hall = try Hall()

    #expect(hall.authority.record.test)
    for der in hall.authority.certificates {
      #expect(String(decoding: der, as: UTF8.self).contains("TEST"))
    }
  }

  @Test func aDamagedRecordIsAProblem() throws {
    let hall = try Hall()
    try Data("{}".utf8).write(to: hall.folder.appending(path: "authority/seal.json"))

    let problem = #expect(throws: Problem.self) {
      try SealAuthority.open(folder: hall.folder.appending(path: "authority"))
    }

    #expect(problem?.code == "bad_seal_authority")
  }

  @Test func aFolderThatCannotBeMadeIsAProblem() throws {
    let hall = try Hall()
    let file = try hall.write([1], as: "file")

    let problem = #expect(throws: Problem.self) {
      try SealAuthority.open(folder: URL(filePath: file).appending(path: "authority"))
    }

    #expect(problem?.code == "unwritable_output")
  }

  private func mode(_ url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }
}
