import Cases
import Foundation
import PortableDocument
import Testing

/// What a PDF would do in a viewer is told; opening it at a page is nothing to tell.
@Suite struct ActiveContentTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let objects: String
    let found: [ActiveContent]
    var testDescription: String { objects }
  }

  private static let examples = [
    Example(objects: "/OpenAction [3 0 R /Fit]", found: []),
    Example(objects: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", found: []),
    Example(objects: "/OpenAction 8 0 R >> endobj 8 0 obj << /S /GoTo /D [1] >>", found: []),
    Example(objects: "/OpenAction 8 0 R >> endobj 8 0 obj [3 0 R /Fit]", found: []),
    Example(objects: "/OpenAction 8 0 R", found: [.openAction]),
    Example(
      objects: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
      found: [.javaScript, .openAction]),
    Example(
      objects: "/OpenAction << /S /GoTo /D [1] /Next << /S /Launch /F (a.exe) >> >>",
      found: [.openAction, .launch]),
    Example(objects: "/AA << /O 8 0 R >>", found: [.additionalActions]),
    Example(objects: "/S /#4aava#53cript", found: [.javaScript]),
    Example(objects: "/Names << /EmbeddedFiles 9 0 R >>", found: [.embeddedFiles]),
    Example(objects: "/AcroForm << /XFA [(a) 9 0 R] >>", found: [.xfa]),
    Example(objects: "/Subtype /RichMedia", found: [.richMedia]),
    Example(objects: "/S /SubmitForm", found: [.submitForm]),
    Example(objects: "/S /ImportData", found: [.importData]),
    Example(objects: "/S /GoToR /F (b.pdf)", found: [.otherFile]),
    Example(objects: "/Title (JavaScript and Launch)", found: []),
    Example(objects: "/JavaScripts 1 /Launcher 2", found: []),
  ]

  @Test(arguments: examples) func isFound(_ example: Example) {
    let bytes = Array("%PDF-1.7\n1 0 obj << /Type /Catalog \(example.objects) >> endobj\n".utf8)
    #expect(PDFInventory(bytes, expandingAtMost: 1000).activeContent == example.found)
  }

  @Test func isFoundInObjectStreams() throws {
    let packed = Array("8 0 9 26 << /S /JavaScript /JS () >> << /S /GoTo >>".utf8)
    let hidden = try Deflate.compress(packed)
    let head = "1 0 obj << /OpenAction 8 0 R >> endobj 2 0 obj "
    let bytes =
      Array("\(head) << /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode >> stream\n".utf8)
      + hidden + Array("\nendstream endobj".utf8)
    let inventory = PDFInventory(bytes, expandingAtMost: 1000)
    #expect(inventory.activeContent == [.javaScript, .openAction])
    #expect(inventory.objects == 4)
    #expect(inventory.expandedBytes == packed.count)
  }

  @Test func isNotLookedForInPictures() {
    let bytes = Array("1 0 obj << /Subtype /Image >> stream\n/JavaScript\nendstream endobj".utf8)
    #expect(PDFInventory(bytes, expandingAtMost: 1000).activeContent.isEmpty)
  }

  @Test func isSaidAndTheFileIsReadAllTheSame() async throws {
    let folder = try ScratchFolder()
    let form = try KanheProgram.samples.appendingPathComponent("01-medical-approved/form.pdf").bytes
    let script = "\n99 0 obj << /S /JavaScript /JS (app.launchURL('http://a.example')) >> endobj\n"
    // Nothing refers to it; a viewer that repairs the file may find it.
    let file = try folder.file("form.pdf", form + Array(script.utf8) + Self.ending(of: form))
    let ending = try await KanheProgram.run(["extract", file])
    let reading = try #require(ending.jsonLines.first)
    #expect(reading["active_content"] as? [String] == ["javascript"])
    #expect((reading["documents"] as? [Any])?.isEmpty == false)
    let table = try await KanheProgram.run(["extract", file, "--format", "table"]).output
    #expect(table.contains("JavaScript 脚本"))
    #expect(table.contains("none of it was run"))
  }

  /// From `startxref` on.
  private static func ending(of pdf: [UInt8]) -> [UInt8] {
    let text = String(decoding: pdf.suffix(64), as: UTF8.self)
    return Array((text.range(of: "startxref").map { text[$0.lowerBound...] } ?? "").utf8)
  }
}
