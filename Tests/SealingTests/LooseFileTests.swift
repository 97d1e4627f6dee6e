import Cases
import PortableDocument
import Testing

/// Files of other programs that two readers would read differently, or one of them for hours.
@Suite struct LooseFileTests {
  private let pdf = RawPDF()

  @Test func tablesAndStreamsAreRead() throws {
    for bytes in [pdf.withTable(), pdf.withStream()] {
      let file = try PDFFile(bytes)
      #expect(try file.stream(4).map { Array($0) } == Array("BT ET".utf8))
      #expect(!file.isEncrypted)
    }
  }

  /// Poppler, MuPDF and qpdf take the first of two entries, others the last.
  @Test func aNumberThatIsListedTwiceIsADefect() throws {
    let other = pdf.offsets[5] ?? 0
    let (inTable, inStream) = (pdf.entry(4, at: other), (4, RawPDF.entry(1, other)))

    refuses(pdf.withTable(before: inTable))
    refuses(pdf.withTable(after: inTable))
    refuses(pdf.withTable(after: pdf.entry(4, "00001 f")))
    refuses(pdf.withStream(before: [inStream]))
    refuses(pdf.withStream(after: [inStream]))
  }

  @Test func tablesThatReadersCorrectAreDefects() {
    // Poppler counts such a table from 0.
    refuses(pdf.withTable(before: "1 1\n0000000000 65535 f \n"))
    refuses(pdf.withStream(after: [(0, RawPDF.entry(1, 15))]))
    refuses(pdf.withTable(trailer: "/Size 5 /Root 1 0 R"))
    refuses(pdf.withTable(trailer: "/Root 1 0 R"))
    refuses(pdf.withTable(after: "9 1\n\(PDFObjectWriter.padded(15)) 00000 n \n"))
  }

  /// Poppler looks for objects itself where it meets an unknown type.
  @Test(arguments: [3, 4, 255])
  func anEntryOfUnknownTypeIsADefect(type: UInt8) {
    refuses(pdf.withStream(after: [(6, RawPDF.entry(type, 0))]))
  }

  @Test(arguments: [
    "/DecodeParms 5 0 R", "/DecodeParms [5 0 R]", "/DecodeParms [null null]", "/DP << >>",
    "/F (other.pdf)", "/F /FlateDecode", "/FFilter /FlateDecode", "/Filter 5 0 R",
  ])
  func aStreamThatOthersDecodeOtherwiseIsADefect(dictionary: String) {
    refuses(pdf.withStream(dictionary: dictionary))
  }

  @Test(arguments: [
    "/Predictor 5 0 R", "/Predictor 2", "/Predictor 0", "/Predictor 12 /Columns 5 0 R",
    "/Predictor 12 /Columns 7 /Colors 5 0 R",
  ])
  func aPredictorThatOthersReadOtherwiseIsADefect(parameters: String) throws {
    #expect(throws: Never.self) { try PDFFile(predicted("/Predictor 12 /Columns 7")) }
    refuses(try predicted(parameters))
  }

  /// Five free entries, each in a row of its own.
  private func predicted(_ parameters: String) throws -> [UInt8] {
    let rows = try Deflate.compress([UInt8](repeating: 0, count: 8 * 5))
    var file = pdf
    file.addStream(
      8,
      "/Type /XRef /W [1 4 2] /Size 9 /Index [10 5] /Root 1 0 R /Filter /FlateDecode "
        + "/DecodeParms << \(parameters) >>", rows)
    file.write("startxref\n\(pdf.bytes.count)\n%%EOF\n")
    return file.bytes
  }

  @Test(arguments: [
    "/Index 5 0 R", "/Index [0 (x) 9]", "/Index [0 1 1]", "/Index [0 1 5 0 R]",
  ])
  func numbersThatOthersLookUpAreDefects(index: String) {
    refuses(pdf.withStream(index: index))
  }

  @Test func theSizeOfAStreamIsTold() {
    refuses(pdf.withStream(size: "/Size 5 0 R"))
    refuses(pdf.withStream(size: "/Size 5"))
  }

  /// What an earlier trailer says of encryption, some readers still find.
  @Test func encryptionIsNotTakenBack() throws {
    let encrypted = pdf.withTable(trailer: "/Size 9 /Root 1 0 R /Encrypt 5 0 R")

    let file = try PDFFile(Manuscript(bytes: encrypted).changed([6: "(more)"]))

    #expect(file.trailer["Encrypt"] == nil && file.isEncrypted)
  }

  @Test(arguments: [
    // Twice the same number, another order, one in another, another number than is listed.
    ("6 0 7 4 6 8 ", "(a) (b) (c) ", [6, 7]), ("6 4 7 0 ", "(a) (b) ", [6, 7]),
    ("6 0 7 4 ", "(a (b) ) ", [6, 7]), ("6 0 7 4 ", "(a) (b) ", [6, 9]),
    ("6 0 7 99 ", "(a) (b) ", [6, 7]),
  ])
  func anObjectStreamSaysOneThing(head: String, body: String, numbers: [Int]) throws {
    try requireObjectsIn("6 0 7 4 ", "(a) (b) ", [6, 7], areRead: true)
    try requireObjectsIn(head, body, numbers, areRead: false)
  }

  private func requireObjectsIn(
    _ head: String, _ body: String, _ numbers: [Int], areRead: Bool
  ) throws {
    var file = pdf
    let count = head.split(separator: " ").count / 2
    file.addStream(
      10, "/Type /ObjStm /N \(count) /First \(head.utf8.count)", Array((head + body).utf8))
    let bytes = file.withStream(
      after: numbers.enumerated().map { ($0.element, RawPDF.entry(2, 10, $0.offset)) },
      size: "/Size 11")
    var read: [Int] = []
    try? PDFFile(bytes).forEachObject { (number, _) in read.append(number) }
    #expect(numbers.allSatisfy(read.contains) == areRead, "\(head)\(body)")
  }

  private func refuses(_ bytes: [UInt8], at place: SourceLocation = #_sourceLocation) {
    #expect(throws: PDFDefect.self, sourceLocation: place) { try PDFFile(bytes) }
  }
}
