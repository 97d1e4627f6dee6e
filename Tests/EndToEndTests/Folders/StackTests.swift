import Cases
import Foundation
import Store
import Testing

/// Stacks with separators, from a watched folder to the cases that their parts are.
@Suite struct StackTests {
  private static let sheet = Separators.standardSheet

  /// Two citizens with both sides of their cards, and one whose back was forgotten.
  private static let threeCitizens = StackSketch([
    .sample("07-heating-approved/id-front.jpg"), .sample("07-heating-approved/id-back.jpg"),
    .sheet(sheet), .blank,
    .sample("10-heating-already-paid/id-front.jpg"),
    .sample("10-heating-already-paid/id-back.jpg"),
    .sheet(sheet), .sample("01-medical-approved/id-front.jpg"),
  ])

  private func hall(_ separators: String = "{sheet: \(sheet)}") async throws -> FolderHall {
    try await FolderHall(["stacks"], profile: "separators: \(separators)\n    pages: 2")
  }

  private func kinds(_ record: CaseRecord) -> [String] { record.documents.map(\.kind) }

  private func expectThreeCitizens(_ hall: FolderHall, _ check: StoreCheck) throws {
    #expect(check.isSound && check.documents.total == 1 && check.documents.final == 1, "\(check)")
    let records = try hall.delivered()
    #expect(records.map(\.state) == [.filed, .filed, .review])
    let both = ["resident_id_front", "resident_id_back"]
    #expect(records.map(kinds) == [both, both, ["resident_id_front"]])
    #expect(records.flatMap(\.materials).map(\.partPages) == [[1, 2], [5, 6], [8]])
    #expect(
      records.flatMap(\.events).filter { $0.what == "noticed" }.map(\.detail) == [
        "unexpected_page_count"
      ])
    let names = records.compactMap { $0.field("resident_id_front.name")?.value }
    #expect(Set(names).count == 3, "everybody has a case of their own")
    let stacks = try hall.store().list(.moved)
    #expect(stacks.count == 1)
    let parts = try hall.store().load(try #require(stacks.first).id).events.last?.detail
    #expect(parts == records.map(\.id).joined(separator: " "))
  }

  @Test func sheetsDivideAStackIntoCases() async throws {
    let hall = try await hall()
    let service = try await hall.start()
    _ = try hall.folder.file("stacks/scan.pdf", Self.threeCitizens.pdf())
    try expectThreeCitizens(hall, try await hall.settled(3))
    // and: the same stack again is a link, also to its parts
    _ = try hall.folder.file("stacks/again.pdf", Self.threeCitizens.pdf())
    #expect(try await eventually { try hall.store().check().documents.total == 2 })
    #expect(try hall.store().list().count == 4)
    #expect(try await service.terminate().status == 0)
    #expect(!service.log.contains("again"), "names of files are personal")
  }

  /// In one transaction or not at all: whatever dies between two steps, every part is one case.
  @Test(arguments: ["submitted:1", "read:1", "worked:1", "divided:1", "worked:2", "committed:2"])
  func deathAtAStepLosesNoPart(_ step: String) async throws {
    let hall = try await hall()
    let dying = try await hall.start(dyingAt: step)
    _ = try hall.folder.file("stacks/scan.pdf", Self.threeCitizens.pdf())
    #expect(try await eventually { dying.hasEnded }, "it died at \(step)")
    let service = try await hall.start()
    try expectThreeCitizens(hall, try await hall.settled(3))
    #expect(try await service.terminate().status == 0)
  }

  @Test func blankPagesDivideAndNothingButSeparatorsGoesToAPerson() async throws {
    let hall = try await hall("{blank_page: true}")
    let service = try await hall.start()
    _ = try hall.folder.file(
      "stacks/scan.pdf",
      StackSketch([
        .blank, .sample("07-heating-approved/id-front.jpg"),
        .sample("07-heating-approved/id-back.jpg"), .blank, .blank,
      ]).pdf())
    _ = try await hall.settled(1)
    _ = try hall.folder.file("stacks/empty.pdf", StackSketch([.blank, .blank]).pdf())
    let check = try await hall.settled(2)
    #expect(check.isSound && check.documents.total == 2 && check.documents.final == 2, "\(check)")
    let records = try hall.delivered()
    #expect(records.map(\.state) == [.filed, .review])
    #expect(records.first?.materials.map(\.partPages) == [[2, 3]])
    #expect(records.last?.events.contains { $0.detail == "only_separators" } == true)
    #expect(try await service.terminate().status == 0)
  }

  /// The sheets of `kanhe separators make` between the files of a sub-folder: from the papers to the sealed result.
  @Test func printedSheetsDivideASubFolder() async throws {
    let hall = try await FolderHall(
      ["stacks"],
      profile: "matter: clean_heating_subsidy\n    separators: {sheet: \(Self.sheet)}",
      withRegisters: true)
    let sheets = hall.folder.path("sheets.pdf")
    let made = try await KanheProgram.run(["separators", "make", "--out", sheets])
    #expect(made.status == 0 && made.errors.contains(Self.sheet), "\(made.errors)")
    let service = try await hall.start()
    try FileManager.default.createDirectory(
      at: hall.url("stacks/0815"), withIntermediateDirectories: false)
    for (citizen, sample) in [DemoRun.issuedSample, DemoRun.unreadableSample].enumerated() {
      for name in ["form.pdf", "id-front.jpg", "id-back.jpg"] {
        try FileManager.default.copyItem(
          atPath: KanheProgram.samples.path + "/\(sample)/\(name)",
          toPath: hall.folder.path("stacks/0815/\(citizen) \(name)"))
      }
      try FileManager.default.copyItem(
        atPath: sheets, toPath: hall.folder.path("stacks/0815/\(citizen) z.pdf"))
    }
    let check = try await hall.settled(2)
    #expect(check.isSound && check.documents.open == 0, "\(check)")
    let records = try hall.delivered()
    #expect(records.map(\.state) == [.issued, .review], "\(service.log)")
    #expect(records.map(\.materials.count) == [3, 3])
    #expect(try await service.terminate().status == 0)
  }

  @Test func sheetsAreMadeToOrder() async throws {
    let folder = try ScratchFolder()
    let out = folder.path("sheets.pdf")
    let made = try await KanheProgram.run(
      ["separators", "make", "--out", out, "--text", "HALL-3/NEXT", "--copies", "3"])
    #expect(made.status == 0 && made.output == out + "\n", "\(made.errors)")
    let program = URL(fileURLWithPath: "/usr/bin/pdfinfo")
    let about = try await KanheProgram.run(program, [out]).output
    #expect(about.contains(/Pages: +3\n/), "\(about)")
    for wrong in ["分隔", "two words", ""] {
      let refused = try await KanheProgram.run(
        ["separators", "make", "--out", out, "--text", wrong])
      #expect(refused.status == 1)
    }
  }
}
