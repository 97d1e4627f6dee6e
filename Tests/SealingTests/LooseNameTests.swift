import PortableDocument
import Testing

/// Names are bytes in no encoding (ISO 32000-1, 7.3.5): they are compared and written back as they are.
@Suite struct LooseNameTests {
  /// No UTF-8, and the same letter composed and in parts.
  @Test(arguments: [
    ("\u{FE}", "\u{FF}"), ("\u{C3}\u{A9}", "e\u{CC}\u{81}"), ("K", "\u{E2}\u{84}\u{AA}"),
  ])
  func namesOfOtherBytesAreOthers(one: String, other: String) throws {
    #expect(try value("/\(one)") != value("/\(other)"))
    #expect(try value("/\(one)") == value("/\(one)"))
    let both = try value("<< /\(one) 1 /\(other) 2 >>").dictionary
    #expect(both?.entries.map(\.value) == [.integer(1), .integer(2)])
  }

  @Test func namesAreWrittenByteForByte() throws {
    let all = String(String.UnicodeScalarView((128...255).compactMap { Unicode.Scalar($0) }))
    var writer = PDFObjectWriter(continuing: [], nextNumber: 1)

    writer.add(1, ["Name": try value("/\(all)#20#C4")])

    let written = "/" + all + "#20#C4 "
    let bytes = written.unicodeScalars.map { UInt8($0.value) }
    #expect(writer.bytes.lastRange(of: bytes) != nil)
  }

  /// Poppler reads `A#5Z` as `AP`, and a name to its first zero.
  @Test(arguments: ["/A#5Z", "/A#", "/A#G0", "/AP#00", "/AP#00x", "/A#50"])
  func namesThatReadersTakeForOthersAreDefects(name: String) {
    #expect(throws: PDFDefect.self) { try value(name) }
  }

  /// A keyword ends where a delimiter begins.
  @Test(arguments: ["1 endobjx", "1 endobj7"])
  func aKeywordThatGoesOnIsAnother(body: String) {
    #expect(throws: PDFDefect.self) { try value(body) }
  }

  private func value(_ text: String) throws -> PDFValue {
    var pdf = RawPDF()
    pdf.add(6, text)
    return try PDFFile(pdf.withTable()).object(6)
  }
}
