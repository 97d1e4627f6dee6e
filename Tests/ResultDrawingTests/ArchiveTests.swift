import Cases
import Foundation
import PortableDocument
import ResultDrawing
import Sealing
import Testing

/// The clauses of PDF/A-2b (ISO 19005-2) that a result could break (`ArchiveClause`), on every template, sealed, as qpdf reads
/// it; and what makes it readable aloud. This is no validator: there is none in Debian.
@Suite struct ArchiveTests {
  /// With rare characters, so that there is a font that stands in.
  @Test(arguments: Sample.ids)
  func everyClauseIsKept(id: String) throws {
    let rare = Sample.content(values: [
      "legal_representative": "𠮷\u{2B740}", "applicant_name": "㐂𠮷",
    ])
    let file = try QPDFReading(sealed(id, rare))
    for clause in ArchiveClause.all {
      #expect(clause.faults(file).isEmpty, "\(clause.number)")
    }
  }

  /// A clause that nothing could break would say nothing.
  @Test(arguments: Spoiling.all)
  func aBrokenClauseIsSeen(spoiling: Spoiling) throws {
    var file = try QPDFReading(sealed())
    spoiling.spoil(&file)
    let broken = ArchiveClause.all.filter { !$0.faults(file).isEmpty }.map(\.number)
    #expect(broken.contains { $0.hasPrefix(spoiling.clause) }, "\(broken)")
  }

  @Test func theCatalogSaysWhatAnArchiveNeeds() throws {
    let file = try Read(Sample.drawn().pdf)
    let catalog = try file.catalog

    #expect(catalog["Lang"]?.string?.text == "zh-CN")
    #expect(catalog["MarkInfo"]?.dictionary?["Marked"] == .boolean(true))
    #expect(catalog["ViewerPreferences"]?.dictionary?["DisplayDocTitle"] == .boolean(true))
    let intent = try #require(catalog["OutputIntents"]?.array?.first?.dictionary)
    #expect(intent["S"] == .name("GTS_PDFA1"))
    #expect(file.trailer["ID"]?.array?.count == 2)
    let xmp = try #require(try QPDFReading(file.bytes).xmp)
    #expect(xmp.contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"))
    #expect(xmp.contains("<xmp:CreateDate>2026-11-23T00:00:00+08:00</xmp:CreateDate>"))
    let info = try file.info
    #expect(info["CreationDate"]?.string?.text == "D:20261123000000+08'00'")
  }

  @Test func theStructureIsReadInOrder() throws {
    let scratch = try Scratch()
    let file = try scratch.write(Sample.drawn("deferral").pdf, as: "a.pdf")

    let tree = try Tool("pdfinfo").output("-struct-text", file)

    let order = [
      "Document", "H1", "容缺受理通知书", "H2", "一、应当补正的材料", "Table", "TR", "TH", "序号", "TD",
      "公共场所卫生检测报告", "H2", "二、承诺事项", "Figure",
    ]
    var rest = tree[...]
    for wanted in order {
      let found = try #require(rest.range(of: wanted), "\(wanted)")
      rest = rest[found.upperBound...]
    }
    let figure = try Read(Sample.drawn("deferral").pdf).dictionaries
      .first { $0["S"] == .name("Figure") }
    #expect(figure?["Alt"]?.string?.text?.contains("QR code") == true)
  }

  @Test func qpdfFindsNothingWrong() throws {
    let scratch = try Scratch()

    let report = try Tool("qpdf").output("--check", scratch.write(sealed(), as: "a.pdf"))

    #expect(report.contains("No syntax or stream encoding errors"))
  }

  private func sealed(
    _ id: String = "administrative_licence", _ content: ResultContent = Sample.content()
  ) throws -> [UInt8] {
    let scratch = try Scratch()
    let authority = try SealAuthority.open(folder: scratch.folder.appending(path: "authority"))
    let drawn = try Sample.drawn(id, content)
    return try Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox),
      as: authority.identity { _ in }, reason: "r", caseID: "c")
  }
}

/// A file with all its objects, newest first.
private struct Read {
  let bytes: [UInt8]
  let dictionaries: [PDFDictionary]
  let trailer: PDFDictionary
  private let file: PDFFile

  init(_ bytes: [UInt8]) throws {
    let file = try PDFFile(bytes)
    var dictionaries: [PDFDictionary] = []
    try file.forEachObject { (_, value) throws(PDFDefect) in
      if let dictionary = value.dictionary { dictionaries.append(dictionary) }
    }
    self.bytes = bytes
    self.file = file
    self.dictionaries = dictionaries
    trailer = file.trailer
  }

  var info: PDFDictionary {
    get throws { try #require(file.resolved(file.trailer["Info"]).dictionary) }
  }

  var catalog: PDFDictionary {
    get throws { try #require(file.resolved(file.trailer["Root"]).dictionary) }
  }
}
