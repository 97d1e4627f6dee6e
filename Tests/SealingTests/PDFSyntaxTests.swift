import PortableDocument
import Sealing
import Testing

@Suite struct PDFSyntaxTests {
  @Test func objectsAreReadAsWritten() throws {
    let text =
      "<< /Type /Page % 1\n /Box [0 -1 2.50] /T (a(b)\\)) /H <FEFF4E91> /R 12 0 R /N null >>"

    let value = try PDFValue.reading(text)

    #expect(
      value.written
        == "<< /Type /Page /Box [0 -1 2.50] /T (a\\(b\\)\\)) /H <FEFF4E91> /R 12 0 R /N null >>")
    #expect(value.dictionary?["H"]?.string?.text == "云")
  }

  @Test(arguments: [
    "", "<<", "[1 2", "<< /A 1 /A 2 >>", "(a", "<0g>", "<0>", "/A#42", "<< 1 2 >>",
    "12345678901234567890",
    "(\\101)", "-", "+.", "endobj",
  ])
  func whatCouldBeReadInTwoWaysIsADefect(text: String) {
    #expect(throws: PDFDefect.self) { try PDFValue.reading(text) }
  }

  @Test func depthAndSizeAreBounded() {
    let deep = String(repeating: "[", count: 100_000)
    let large = "<<" + (0..<2000).map { "/K\($0) 0 " }.joined() + ">>"

    #expect(throws: PDFDefect.self) { try PDFValue.reading(deep) }
    #expect(throws: PDFDefect.self) { try PDFValue.reading(large) }
  }

  @Test(arguments: [
    (
      "xref\n0 1\n0000000000 65535 f \n", "two entries for one object",
      "1 1\n0000000009 00000 n \n1 1\n0000000009 00000 n \n"
    ),
    ("xref\n0 1\n0000000000 65535 f \n", "another generation", "1 1\n0000000009 00001 n \n"),
    ("xref\n0 1\n0000000000 65535 f \n", "short entries", "1 1\n0000000009 00000 n\n"),
    ("xref\n0 1\n0000000000 65535 f \n", "a count beyond the file", "1 99999999\n"),
  ])
  func aLooseCrossReferenceIsADefect(start: String, what: String, entries: String) {
    let text = start + entries + "trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"

    #expect(throws: PDFDefect.self, "\(what)") {
      try PDFCrossReference(in: Array(text.utf8), at: 0)
    }
  }

  @Test(arguments: ["/XRefStm 5", "/Encrypt 5 0 R", "/Extra 1"])
  func aTrailerWithMoreIsADefect(more: String) throws {
    let head =
      "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R "
    let tail = " >>\nstartxref\n0\n%%EOF\n"

    #expect(try PDFCrossReference(in: Array((head + tail).utf8), at: 0).offsets == [1: 9])
    #expect(throws: PDFDefect.self) {
      try PDFCrossReference(in: Array((head + more + tail).utf8), at: 0)
    }
  }
}

extension PDFValue {
  fileprivate static func reading(_ text: String) throws -> PDFValue {
    var syntax = PDFSyntax(Array(text.utf8))
    return try syntax.value()
  }
}
