import Cases
import Foundation
import PortableDocument
import Sealing
import Testing
import Verification

@Suite struct ForeignSealTests {
  /// Line ends of two bytes, comments, a nested page tree, an inherited size, an annotation: as others write.
  private static let plain = Array(
    ForeignPDF(
      catalog: "/Type/Catalog /Pages 2 0 R %comment",
      page: "/Type /Page/Parent 3 0 R /Annots 5 0 R /Contents 6 0 R"
    ).bytes)

  @Test(arguments: [
    [], ["--object-streams=generate"], ["--object-streams=generate", "--rotate=+90"],
    ["--linearize"], ["--rotate=+270"],
  ])
  func isValidForOthersAndKeepsItsBytes(options: [String]) throws {
    let hall = try Hall()
    let pdf = try hall.rewritten(Self.plain, options)

    let sealed = try seal(pdf, in: hall)

    #expect(sealed.starts(with: pdf))
    let file = try hall.write(sealed, as: "s.pdf")
    let report = try Tool(path: "/usr/bin/pdfsig").output(file)
    #expect(report.contains("Signature Validation: Signature is Valid."))
    #expect(report.contains("Total document signed"))
    #expect(try Tool(path: "/usr/bin/qpdf").output("--check", file).contains("No syntax"))
  }

  @Test(arguments: ["+90", "+180", "+270"])
  func onATurnedPageTheSealStandsUpright(turn: String) throws {
    let hall = try Hall(design: try SealDesign(.oval, name: "云州市江畔餐饮有限公司"))
    let pdf = try hall.rewritten(Self.plain, ["--rotate=\(turn)"])

    let raster = try Raster(
      seal(pdf, in: hall, riding: false), page: 2, in: hall)

    let ink = try #require(raster.redBox(below: 0))
    #expect(ink.width > ink.height)
    #expect(ink.left > Double(raster.width) / 2 && ink.top > Double(raster.height) / 2)
  }

  @Test func whatIsThereAlreadyStays() throws {
    let hall = try Hall()

    let sealed = try seal(Self.plain, in: hall)

    #expect(String(decoding: sealed, as: UTF8.self).contains("/Annots [7 0 R 12 0 R]"))
  }

  /// 宋体 in GB 18030, as older programs name their fonts.
  @Test func namesThatAreNoUTF8StayWhatTheyAre() throws {
    let hall = try Hall()
    let name = "/\u{CB}\u{CE}\u{CC}\u{E5}"
    let content = "BT \(name) 20 Tf 50 700 Td (Paid 100) Tj ET"
    let pdf = try Manuscript(bytes: Self.plain).changed([
      6: "<< /Length \(content.unicodeScalars.count) >>\nstream\n\(content)\nendstream",
      8:
        "<< /Type /Page /Parent 3 0 R /Contents 6 0 R /Resources << /Font << \(name) 9 0 R >> >> >>",
      9: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ])

    let sealed = try seal(pdf, in: hall, riding: false)

    let text = try [("before.pdf", pdf), ("after.pdf", sealed)].map {
      try Tool(path: "/usr/bin/pdftotext").output(hall.write($1, as: $0), "-")
    }
    #expect(text[0].contains("Paid 100") && text[0] == text[1])
    let page = try PDFFile(sealed).object(8)
    #expect(try page.dictionary?["Resources"] == PDFFile(pdf).object(8).dictionary?["Resources"])
  }

  @Test func aSignedOneIsRefusedUnlessApprovalIsAskedFor() throws {
    let hall = try Hall()
    let first = try seal(Self.plain, in: hall, approval: true)

    #expect(throws: Problem.alreadySigned) { try seal(first, in: hall) }
    let both = try seal(first, in: hall, approval: true)

    let report = try Tool(path: "/usr/bin/pdfsig").output(hall.write(both, as: "s.pdf"))
    #expect(report.components(separatedBy: "Signature is Valid.").count == 3)
  }

  @Test func aCertificationThatAllowsNothingIsNotBroken() throws {
    let hall = try Hall()
    let certified = try seal(Self.plain, in: hall)

    #expect(throws: Problem.changesForbidden) { try seal(certified, in: hall, approval: true) }
    #expect(throws: Problem.changesForbidden) { try seal(hall.sealed(), in: hall, approval: true) }
  }

  @Test func anEncryptedOneIsRefused() throws {
    let hall = try Hall()
    let pdf = try hall.rewritten(Self.plain, ["--encrypt", "a", "b", "256", "--"])

    #expect(throws: Problem.encryptedPDF) { try seal(pdf, in: hall) }
  }

  @Test(arguments: [
    "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "/AA << /WC 9 0 R >>",
    "/AcroForm << /XFA 9 0 R >>", "/OpenAction << /S /Launch /F (a) >>",
  ])
  func whatCouldChangeWhatItShowsIsRefused(active: String) throws {
    let hall = try Hall()
    let pdf = ForeignPDF(catalog: "/Type /Catalog /Pages 2 0 R " + active).bytes

    let problem = #expect(throws: Problem.self) { try seal(pdf, in: hall) }

    #expect(problem?.code == "active_content")
  }

  @Test(arguments: [
    ("startxref", "startxrex"), ("/Type/Catalog", "/Open#41ction 9 0 R /Type/Catalog"),
    ("/Kids [3 0 R]", "/Kids [2 0 R]"),
    ("/Pages 2 0 R", "/Pages 9 0 R"),
    ("0000000000 65535 f", "0000000000 6553z f"), ("/MediaBox", "/MediaBix"),
    ("/Root 1 0 R", "/Root 1 0 R /Root 2 0 R"), ("/Size", "/XRefStm 9 /Size"),
  ])
  func whatMustBeGuessedAtIsRefused(old: String, new: String) throws {
    let hall = try Hall()
    let text = String(decoding: Self.plain, as: UTF8.self).replacing(old, with: new)

    let problem = #expect(throws: Problem.self) { try seal(Array(text.utf8), in: hall) }

    #expect(problem?.code == "cannot_be_sealed")
  }

  @Test func hostileBytesNeverCrash() throws {
    let hall = try Hall()
    var random = SplitMix(state: 11)
    let bases = try [
      Self.plain, hall.rewritten(Self.plain, ["--object-streams=generate"]),
    ]

    for round in 0..<600 {
      var bytes = bases[round % 2]
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      if round % 5 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      _ = try? seal(bytes, in: hall)
    }
  }

  private func seal(
    _ pdf: [UInt8], in hall: Hall, approval: Bool = false, riding: Bool = true
  ) throws -> [UInt8] {
    try Sealer.seal(
      foreign: pdf, at: ForeignPlace(riding: riding), as: hall.identity, reason: "盖章",
      caseID: "c", approval: approval, now: day)
  }
}

/// A small PDF of two pages, written as other programs write.
struct ForeignPDF {
  let bytes: [UInt8]

  init(
    catalog: String = "/Type /Catalog /Pages 2 0 R",
    page: String = "/Type /Page /Parent 3 0 R /Contents 6 0 R"
  ) {
    let content = "BT ET"
    let objects = [
      "<< \(catalog)\r\n>>", "<</Type/Pages /Kids [3 0 R] /Count 2 /MediaBox [0 0 595 842]>>",
      "<< /Type /Pages /Parent 2 0 R /Kids [4 0 R 8 0 R] /Count 2 >>", "<< \(page)\r\n>>",
      "[ 7 0 R ]",
      "<< /Length \(content.utf8.count) >>\r\nstream\r\n\(content)\r\nendstream",
      "<< /Type /Annot /Subtype /Square /Rect [10 10 20 20] /F 4 /T (caf\\351) >>",
      "<< /Type /Page /Parent 3 0 R /Contents 6 0 R >>",
    ]
    var file = "%PDF-1.4\r\n"
    var entries = "0000000000 65535 f\r\n"
    for (index, object) in objects.enumerated() {
      let offset = String(file.utf8.count)
      entries += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n\r\n"
      file += "\(index + 1) 0 obj\r\n\(object)\r\nendobj\r\n"
    }
    let start = file.utf8.count
    file += "xref\r\n0 \(objects.count + 1)\r\n" + entries
    file +=
      "trailer\r\n<< /Size \(objects.count + 1) /Root 1 0 R >>\r\nstartxref\r\n\(start)\r\n%%EOF"
    bytes = Array(file.utf8)
  }
}
