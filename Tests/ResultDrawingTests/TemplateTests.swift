import Cases
import Foundation
import ResultDrawing
import Sealing
import Testing

/// What each template prints, as another program reads it. `UPDATE_GOLDEN=1` writes the files anew; `KEEP_DRAWINGS=FOLDER`
/// keeps the sealed files, to be looked at.
@Suite struct TemplateTests {
  private static let environment = ProcessInfo.processInfo.environment

  @Test(arguments: Sample.ids)
  func printsWhatItShould(id: String) throws {
    let drawn = try Sample.drawn(id)

    let scratch = try Scratch()
    let file = try scratch.write(drawn.pdf, as: "\(id).pdf")
    let text = try Tool("pdftotext").output("-layout", file, "-")
    let golden = packageRoot.appending(path: "Tests/ResultDrawingTests/Golden/\(id).txt")
    if Self.environment["UPDATE_GOLDEN"] != nil { try Data(text.utf8).write(to: golden) }
    #expect(try text == String(contentsOf: golden, encoding: .utf8))
    #expect(!text.contains("110101199003074477"))
    #expect(!text.contains("{"))
  }

  @Test(arguments: Sample.ids, [Face.serif, .sans])
  func aSealedPageIsSmall(id: String, face: Face) throws {
    var template = try ResultTemplate.load(id, from: templates)
    template.face = face
    let scratch = try Scratch()
    let authority = try SealAuthority.open(folder: scratch.folder.appending(path: "authority"))

    let drawn = try ResultDrawing.draw(template, Sample.content())
    let sealed = try Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox),
      as: authority.identity { _ in }, reason: "r", caseID: "c")

    if let folder = Self.environment["KEEP_DRAWINGS"] {
      try Data(sealed).write(
        to: URL(filePath: folder).appending(path: "\(id)-\(face.rawValue).pdf"))
    }
    #expect(drawn.pageCount == 1)
    // A time stamp may add twice 4,608 bytes, and then it is 55 KB.
    #expect(sealed.count < (face == .serif ? 45_784 : 40_000))
  }
}
