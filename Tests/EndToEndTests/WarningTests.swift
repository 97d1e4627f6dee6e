import Cases
import Testing

@testable import MainPath

/// Warnings that follow from what was read.
@Suite struct WarningTests {
  private func reading(_ value: String?, _ state: FieldState) -> FileReading {
    let field = Field(
      raw: value, value: value, state: state, probability: 0.999, source: .ocr, page: 1)
    return FileReading(
      file: "card.jpg",
      documents: [
        DocumentReading(
          kind: "resident_id_back", kindProbability: 1, page: 1, fields: ["valid_until": field])
      ])
  }

  @Test(arguments: [
    ("2026-11-04", FieldState.accepted, true), ("2026-11-05", .accepted, false),
    ("2026-11-04", .review, false), ("long_term", .accepted, false), ("", .missing, false),
  ])
  func aDocumentThatRanOutIsSaidToHaveWhereItsDayCanBeReliedOn(
    _ until: String, _ state: FieldState, _ isWarned: Bool
  ) throws {
    var reading = reading(until, state)
    reading.warnAboutExpiry(on: try #require(CalendarDay("2026-11-05")))
    let codes = reading.documents.flatMap(\.warnings).map(\.code)
    #expect(codes == (isWarned ? [.expired] : []))
  }

  @Test(arguments: [false, true])
  func whatWasReadOnAPageThatWasGivenUpGoesToAPerson(_ isIncomplete: Bool) {
    let read = reading("2031-11-04", .accepted).documents
    var all = FileReading(file: "card.jpg")
    all.add(read, of: 3, isIncomplete: isIncomplete)
    let states = all.documents.flatMap(\.fields.values).map(\.state)
    #expect(states == [isIncomplete ? .review : .accepted])
    #expect(
      all.warnings
        == (isIncomplete ? [ReadingWarning(code: .notADocument, score: 1, page: 3)] : []))
  }

  @Test func aBackWhereTheFrontWasAskedForIsSaidToBeOne() async throws {
    let back = KanheProgram.samples
      .appendingPathComponent("01-medical-approved/id-back.jpg").path
    let ending = try await KanheProgram.run([
      "extract", back, "--kind", "resident_id_front", "--format", "json", "--models",
      KanheProgram.models.path,
    ])
    #expect(ending.output.contains("\"wrong_side\""))
  }
}
