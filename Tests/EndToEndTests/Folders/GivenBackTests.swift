import Cases
import Foundation
import Store
import Testing

/// A paper that readers die of lies in the failure folder again, and may be brought back.
@Suite struct GivenBackTests {
  @Test func whatReadersDieOfComesBackAndIsReadAgainWhenItIsBroughtBack() async throws {
    let hall = try await FolderHall(["inbox"], profile: "matter: clean_heating_subsidy")
    // given: readers that have one second for a paper that takes more
    let short = try await hall.start(environment: ["KANHE_READER_CPU_SECONDS": "1"])
    let heavy = StackSketch(
      [StackSketch.Page](repeating: .sample("07-heating-approved/id-front.jpg"), count: 14))
    _ = try hall.folder.file("inbox/heavy.pdf", heavy.pdf())
    let failed = hall.url("inbox/kanhe-failed")
    // then: it is back, with a note, and its case waits for a person
    let isBack = try await eventually {
      failed.names == ["heavy.pdf", "heavy.pdf.failed.json"]
        && hall.url("data/out").names.count == 1
    }
    #expect(isBack, "\(failed.names) \(short.log)")
    #expect(try failed.appendingPathComponent("heavy.pdf").bytes == heavy.pdf())
    let note = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: failed.appendingPathComponent("heavy.pdf.failed.json")))
        as? [String: Any])
    #expect(note["code"] as? String == "reader_used_up" && note["stage"] as? String == "reading")
    #expect(note["attempt"] as? Int == 1)
    #expect(try hall.delivered().map(\.state) == [.review])
    #expect(
      try await eventually {
        try hall.store().list().contains {
          try hall.store().load($0.id).events.contains { $0.what == "given_back" }
        }
      })
    #expect(try await short.terminate().status == 0)

    // when: readers have their time, and somebody brings it back
    let service = try await hall.start()
    try FileManager.default.moveItem(
      at: failed.appendingPathComponent("heavy.pdf"), to: hall.url("inbox/heavy.pdf"))
    let check = try await hall.settled(2)
    #expect(check.isSound && check.documents.total == 2, "\(check)")
    let again = try #require(try hall.delivered().last)
    #expect(again.materials.first?.error == nil && again.documents.count == 14)
    #expect(failed.names == [], "the note goes when the paper is taken")
    #expect(try await service.terminate().status == 0)
  }
}
