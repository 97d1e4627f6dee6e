package import Cases

/// A stack of pages divided into cases, by sheets that lie between them.
package struct StackSplitting: Sendable, Equatable {
  package struct Part: Sendable, Equatable {
    /// Indices of the marks that were given; the pages that separate are in no part.
    package let pages: [Int]
    /// The number of pages is not the one that was expected: a person has to look.
    package let problem: Problem?
  }

  /// Never empty: a stack of nothing but separators is one part without pages, with a problem.
  package let parts: [Part]

  /// - Parameter marks: one for each page, in the order of `PageOrder`.
  package static func split(marks: [PageMarks], by handling: PaperHandling) -> StackSplitting {
    let sides = handling.sides == .asTheyCome ? 1 : 2
    var stacks: [[Int]] = [[]]
    var isAfterSheet = false
    for start in stride(from: 0, to: marks.count, by: sides) {
      let sheet = start..<min(start + sides, marks.count)
      if isSeparator(marks[sheet], handling.separators) {
        stacks.append([])
        isAfterSheet = true
      } else if isAfterSheet, marks[sheet].allSatisfy(\.isBlank) {
        // The back of a separator sheet, where the scanner takes both sides at once.
      } else {
        stacks[stacks.count - 1] += sheet
        isAfterSheet = false
      }
    }
    let filled = stacks.filter { !$0.isEmpty }
    return StackSplitting(
      parts: (filled.isEmpty ? [[]] : filled).map { part($0, expected: handling.expectedPages) })
  }

  /// With print on both sides a sheet separates when either side has the code, or both are blank: a blank back is none.
  private static func isSeparator(_ sheet: ArraySlice<PageMarks>, _ separators: Separators) -> Bool
  {
    (separators.blankPage && sheet.allSatisfy(\.isBlank))
      || sheet.contains { $0.isSheet(of: separators) }
  }

  private static func part(_ pages: [Int], expected: Int?) -> Part {
    if pages.isEmpty { return Part(pages: [], problem: .onlySeparators) }
    guard let expected, pages.count != expected else { return Part(pages: pages, problem: nil) }
    return Part(pages: pages, problem: .unexpectedPages(pages.count, expected: expected))
  }
}
