import Cases
import Foundation
import Testing
import Typefaces

@Suite struct TypefacesTests {
  @Test func thePinnedFontsAreFound() throws {
    let paths = try TypefaceCheck.find()

    let files = paths.map { URL(filePath: $0).resolvingSymlinksInPath().lastPathComponent }
    #expect(files == PinnedFont.all.map(\.file))
  }

  @Test(arguments: [
    PinnedFont(family: "No Such Song", file: "NotoSerifCJK-Regular.ttc", bold: false),
    PinnedFont(family: "Noto Serif CJK SC", file: "Another.ttc", bold: false),
  ])
  func whatFontconfigPutsInItsPlaceIsAProblem(font: PinnedFont) throws {
    let problem = #expect(throws: Problem.self) { try LoadedFont(font, in: PangoContext()) }

    #expect(problem?.code == "missing_font")
    #expect(problem?.exit == .missingDependency)
  }
}
