import Cases
import Foundation
import Testing

@testable import Store

/// Folders that older versions made open, with everything that is in them.
struct MigrationTests {
  private let issued = "20261123-0001"
  private let locator = "1250768342365796008031883"

  @Test(arguments: ["after-003.sql", "after-006.sql"])
  func oldFolderOpens(_ dump: String) async throws {
    try await withOldFolder(dump) { folder in
      let store = try CaseStore(in: folder)

      #expect(try store.list().map(\.id) == ["20261123-0003", issued])
      #expect(try store.load(issued).events.map(\.what) == ["opened", "read", "decided", "issued"])
      #expect(try store.handOver(of: issued).pdf == Array("%PDF-old".utf8))
      let published = try #require(try store.publicRecord(locator))
      let pdf = try #require(try store.load(issued).result?.pdfSHA256)
      #expect(try store.publicRecord(ofPDF: pdf) == published)
      #expect(try store.logPlace(of: locator)?.index == 0)
      #expect(try store.rows(in: "retirees", where: ["status": "在职"]).count == 1)
      let day = try #require(try? Date("2026-11-23T02:00:00Z", strategy: .iso8601))
      #expect(try store.open(matter: nil, at: day).id == "20261123-0011")
      let pattern = "云医保变〔{year}〕第{sequence}号"
      let last = try #require(try store.load(issued).result?.number)
      let next = try store.reserveNumber(pattern, year: 2026, for: "20261123-0011")
      #expect(next > last, "numbers go on where they were")
    }
  }

  @Test func aStepThatFailsLeavesNothing() throws {
    let database = try SQLiteDatabase(inMemoryWith: { Date() })
    let steps = [
      SchemaStep("1") { try $0.run(script: "CREATE TABLE a (b TEXT)") },
      SchemaStep("2") { _ in throw Problem.internalFault("2") },
    ]
    #expect(throws: Problem.internalFault("2")) { try database.migrate(steps, at: "") }
    try database.migrate([steps[0]], at: "")
    #expect(throws: Problem.newerSchema("here")) { try database.migrate([], at: "here") }
  }

  private func withOldFolder(_ dump: String, _ test: (DataFolder) throws -> Void) async throws {
    try await withDataFolder { folder in
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "OldFolders/\(dump)")
      let key = folder.keys.appending(path: "data.key")
      try DurableFile(path: key.path).write(0..<32, .replace)
      let dump = try String(contentsOf: file, encoding: .utf8)
      try SQLiteDatabase(file: folder.database).write { try $0.run(script: dump) }
      try test(folder)
    }
  }
}
