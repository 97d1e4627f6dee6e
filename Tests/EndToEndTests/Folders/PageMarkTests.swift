import Cases
import Foundation
import Intake
import MainPath
import Testing

/// What a reader tells of the pages of a stack before it reads them.
@Suite struct PageMarkTests {
  private static let separators = Separators(sheet: Separators.standardSheet, blankPage: true)

  private func reading(of stack: StackSketch, _ separators: Separators?) async throws
    -> FileReading
  {
    let pool = ReaderPool(
      ReaderLaunch(
        executable: KanheProgram.executable.path,
        configuration: .documents(
          models: KanheProgram.models.path, tessdata: KanheProgram.tessdata)), count: 1)
    let file = try Intake.accept(name: "stack.pdf", bytes: stack.pdf())
    let reading = await pool.read(file, mostPages: 100, separators: separators)
    await pool.stop()
    return reading
  }

  @Test func sheetsAreKnownHoweverTheyLie() async throws {
    let turns = [0, 90, 180, 270, 2, -4, 8, 45].map(Double.init)
    let pages = turns.flatMap { turn in
      // Modules of 8, 3 and 1.5 points: 2.8 to 0.5 mm.
      [1.0, 0.375, 0.19].map { StackSketch.Page.turned(Self.separators.sheet ?? "", turn, $0) }
    }
    let reading = try await reading(of: StackSketch(pages), Self.separators)
    let marks = try #require(reading.pageMarks)
    #expect(marks.count == pages.count && reading.error == nil && reading.documents.isEmpty)
    for (number, mark) in marks.enumerated() {
      #expect(mark.codes.contains(Separators.standardSheet), "\(turns[number / 3])°, \(number % 3)")
      #expect(!mark.isBlank)
    }
  }

  @Test func everyPageIsToldOfAndOnlyPapersAreRead() async throws {
    let stack = StackSketch([
      .blank, .sample("07-heating-approved/id-front.jpg"), .sheet("SOMETHING-ELSE"),
      .sheet(Separators.standardSheet),
    ])
    let reading = try await reading(of: stack, Self.separators)
    #expect(reading.pageMarks?.map(\.isBlank) == [true, false, false, false])
    #expect(
      reading.pageMarks?.map(\.codes) == [
        [], [], ["SOMETHING-ELSE"], [Separators.standardSheet],
      ])
    #expect(reading.documents.map(\.page) == [2])
    #expect(reading.pageSizes.map(\.page) == [1, 2, 3, 4])
    // Where nobody asks, nothing is told, and the pages are read as ever.
    let plain = try await self.reading(of: stack, nil)
    #expect(plain.pageMarks == nil && plain.documents.map(\.page) == [2])
    #expect(plain.warnings.count { $0.code == .notADocument } == 3)
  }
}
