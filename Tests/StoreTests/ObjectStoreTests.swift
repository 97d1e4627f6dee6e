import Cases
import Foundation
import Store
import Testing

struct ObjectStoreTests {
  @Test func storedByItsContent() async throws {
    try await withDataFolder { folder in
      let objects = ObjectStore(in: folder)
      let name = try objects.put(Array("abc".utf8))
      #expect(name == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(try objects.get(name) == Array("abc".utf8))
      #expect(try objects.put(Array("abc".utf8)) == name)
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.objects.appending(path: "ba").path)
      #expect(files == [name])
    }
  }

  @Test func damageIsNoticedAndHealed() async throws {
    try await withDataFolder { folder in
      let objects = ObjectStore(in: folder)
      let name = try objects.put(Array("abc".utf8))
      try Data("abd".utf8).write(to: folder.objects.appending(path: "ba/\(name)"))

      #expect(throws: Problem.damagedObject(name)) { try objects.get(name) }
      _ = try objects.put(Array("abc".utf8))
      #expect(try objects.get(name) == Array("abc".utf8))
    }
  }

  @Test(arguments: ["", "../../keys/data.key", String(repeating: "z", count: 64)])
  func onlyHashesAreNames(_ name: String) async throws {
    try await withDataFolder { folder in
      #expect(throws: Problem.damagedObject(name)) { try ObjectStore(in: folder).get(name) }
    }
  }
}
