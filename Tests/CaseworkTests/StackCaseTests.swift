import Cases
import FolderWatching
import Store
import Testing

@testable import Casework

/// Stacks that are divided, and what else lies in their case.
struct StackCaseTests {
  private static let separators = PaperHandling(separators: Separators(sheet: "NEXT"))

  /// Two citizens with a sheet between them.
  private static let stack: FileReading = {
    var reading = FileReading(file: "stack", pages: 3)
    reading.pageMarks = [PageMarks(), PageMarks(codes: ["NEXT"]), PageMarks()]
    reading.documents = [1, 3].map {
      DocumentReading(kind: "resident_id_front", kindProbability: 1, page: $0, fields: [:])
    }
    return reading
  }()

  private static func page(_ marks: PageMarks) -> FileReading {
    var reading = FileReading.front
    reading.pageMarks = [marks]
    return reading
  }

  @Test func aStackThatCameTwiceIsDividedOnce() async throws {
    let hall = try StageHall()
    let first = try hall.accept("stack", handling: Self.separators)
    let again = try hall.accept("stack.again", handling: Self.separators, at: 9)
    #expect(again.duplicateOf == first.caseID)
    try await hall.run(first.caseID, ["stack": Self.stack])
    #expect(try hall.store.load(first.caseID).state == .moved)
    #expect(try hall.store.list().count == 3, "the stack and its two parts")
    #expect(try hall.store.check().isSound)
  }

  @Test func equalPagesOfOneStackAreAllOfIt() async throws {
    let hall = try StageHall()
    let stack = try hall.accept(
      "form.1", "sheet", "form.2", handling: Self.separators, group: "0815")
    let form = Self.page(PageMarks())
    try await hall.run(
      stack.caseID, ["form.1": form, "sheet": Self.page(PageMarks(codes: ["NEXT"]))])
    let parts = try hall.store.list(.open).map(\.id)
    #expect(
      try parts.flatMap { try hall.store.documents(of: $0) }.map(\.name).sorted() == [
        "form.1", "form.2",
      ])
  }
}
