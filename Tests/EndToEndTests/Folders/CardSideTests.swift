import Cases
import Foundation
import Store
import Testing

/// Fronts and backs of cards that come as two files of one counter.
@Suite struct CardSideTests {
  private func put(_ sample: String, as name: String, in hall: FolderHall) throws {
    try FileManager.default.copyItem(
      atPath: KanheProgram.samples.path + "/\(sample)", toPath: hall.folder.path("cards/\(name)"))
  }

  private func kinds(_ record: CaseRecord) -> [String] { record.documents.map(\.kind) }

  @Test func aFrontAndTheBackAfterItAreOneCaseAndTheRestGoesOnByItself() async throws {
    let hall = try await FolderHall(["cards"], profile: "pairing: 2")
    let service = try await hall.start()
    // when: a card back first, and after a pause a front alone
    try put("07-heating-approved/id-back.jpg", as: "1.jpg", in: hall)
    try await Task.sleep(for: .seconds(1))
    try put("07-heating-approved/id-front.jpg", as: "2.jpg", in: hall)
    try await Task.sleep(for: .seconds(4))
    try put("10-heating-already-paid/id-front.jpg", as: "3.jpg", in: hall)
    let check = try await hall.settled(2)
    // then
    #expect(check.isSound && check.documents.total == 3 && check.documents.final == 3, "\(check)")
    let records = try hall.delivered()
    #expect(records.map(\.state) == [.filed, .filed], "\(service.log)")
    #expect(
      records.map(kinds) == [["resident_id_front", "resident_id_back"], ["resident_id_front"]])
    #expect(try hall.store().list(.moved).count == 1)
    #expect(try await service.terminate().status == 0)
  }

  @Test func whereTheOrderLeavesADoubtAPersonLooks() async throws {
    let hall = try await FolderHall(["cards"], profile: "pairing: 3")
    let service = try await hall.start()
    for (number, sample) in [
      "07-heating-approved/id-front.jpg", "07-heating-approved/id-back.jpg",
      "10-heating-already-paid/id-front.jpg",
    ].enumerated() {
      try put(sample, as: "\(number).jpg", in: hall)
      try await Task.sleep(for: .milliseconds(300))
    }
    let check = try await hall.settled(3)
    #expect(check.isSound && check.documents.final == 3, "\(check)")
    let records = try hall.delivered()
    #expect(records.map(\.state) == [.review, .review, .review])
    #expect(records.allSatisfy { $0.events.contains { $0.detail == "sides_unclear" } })
    #expect(try await service.terminate().status == 0)
  }

  /// The second `sided` is that of the second paper, or of whoever looks again when the run has ended.
  @Test(arguments: ["submitted:2", "read:2", "sided:1", "sided:2", "sided:3", "worked:5"])
  func deathAtAStepLosesNoSide(_ step: String) async throws {
    let hall = try await FolderHall(["cards"], profile: "pairing: 2")
    let dying = try await hall.start(dyingAt: step)
    try put("07-heating-approved/id-front.jpg", as: "1.jpg", in: hall)
    try await Task.sleep(for: .milliseconds(500))
    try put("07-heating-approved/id-back.jpg", as: "2.jpg", in: hall)
    #expect(try await eventually { dying.hasEnded }, "it died at \(step)")
    let service = try await hall.start()
    let check = try await hall.settled(1)
    #expect(check.isSound && check.documents.total == 2 && check.documents.final == 2, "\(check)")
    let records = try hall.delivered()
    #expect(records.map(kinds) == [["resident_id_front", "resident_id_back"]], "\(service.log)")
    #expect(try await service.terminate().status == 0)
  }
}
