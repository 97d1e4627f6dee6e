import PortableDocument

/// PDFs as OCRmyPDF, pdf.js and qpdf have had to learn about them: structures that loop, claim and swell.
enum BrokenPDFs {
  static var all: [BrokenFile] { structure + pages + swelling }

  private static func sketch(_ name: String, _ change: (inout PDFSketch) -> Void) -> BrokenFile {
    var sketch = PDFSketch()
    change(&sketch)
    return BrokenFile("\(name).pdf", sketch.bytes())
  }

  /// Cross-references, trailers, objects.
  private static var structure: [BrokenFile] {
    let plain = PDFSketch()
    return [
      BrokenFile("prev-to-itself.pdf", plain.bytes { "/Prev \($0)" }),
      BrokenFile("xrefstm-to-itself.pdf", plain.bytes { "/XRefStm \($0)" }),
      BrokenFile("prev-negative.pdf", plain.bytes(trailer: "/Prev -1")),
      BrokenFile("prev-beyond.pdf", plain.bytes(trailer: "/Prev 99999999999")),
      BrokenFile("size-huge.pdf", plain.bytes(size: 2_147_483_647)),
      BrokenFile("size-negative.pdf", plain.bytes(size: -5)),
      BrokenFile("size-nothing.pdf", plain.bytes(size: 0)),
      BrokenFile("encrypt-nothing.pdf", plain.bytes(trailer: "/Encrypt 99 0 R")),
      BrokenFile(
        "encrypt-nonsense.pdf",
        plain.bytes(trailer: "/Encrypt << /Filter /Standard /V 9 /R 99 /O () /U () /P -1 >>")),
      BrokenFile(
        "encrypt-short-keys.pdf",
        plain.bytes(
          trailer: "/ID [() ()] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /O (a) "
            + "/U (b) /P -1 >>")),
      sketch("kids-are-the-parent") { $0[2] = "<< /Type /Pages /Kids [2 0 R] /Count 1 >>" },
      sketch("kids-in-a-circle") {
        $0[2] = "<< /Type /Pages /Kids [5 0 R] /Count 1 >>"
        $0[5] = "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"
      },
      sketch("count-lies") { $0[2] = "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>" },
      sketch("count-negative") { $0[2] = "<< /Type /Pages /Kids [3 0 R] /Count -7 >>" },
      sketch("kids-many-times") {
        let kids = String(repeating: "3 0 R ", count: 100_000)
        $0[2] = "<< /Type /Pages /Kids [\(kids)] /Count 100000 >>"
      },
      sketch("kids-are-numbers") { $0[2] = "<< /Type /Pages /Kids [1 2 3] /Count 3 >>" },
      sketch("pages-deep") {
        for number in 10..<3_000 {
          $0[number] = "<< /Type /Pages /Kids [\(number + 1) 0 R] /Count 1 >>"
        }
        $0[2] = "<< /Type /Pages /Kids [10 0 R] /Count 1 >>"
        $0[3_000] = "<< /Type /Page /MediaBox [0 0 9 9] >>"
      },
      sketch("pages-doubling") {
        // Two ways at every level: 2^40 leaves.
        for number in 10..<50 {
          $0[number] =
            "<< /Type /Pages /Kids [\(number + 1) 0 R \(number + 1) 0 R] /Count 1099511627776 >>"
        }
        $0[2] = "<< /Type /Pages /Kids [10 0 R] /Count 1099511627776 >>"
        $0[50] = "<< /Type /Page /MediaBox [0 0 9 9] >>"
      },
      sketch("catalog-is-itself") { $0[1] = "1 0 R" },
      sketch("catalog-is-a-number") { $0[1] = "7" },
      sketch("reference-in-a-circle") {
        $0[4] = "5 0 R"
        $0[5] = "4 0 R"
      },
      sketch("length-is-the-stream") { $0.stream(4, "", Array("0 0 m".utf8), length: "4 0 R") },
      sketch("length-lies") { $0.stream(4, "", Array("0 0 m".utf8), length: "2147483647") },
      sketch("length-negative") { $0.stream(4, "", Array("0 0 m".utf8), length: "-1") },
      sketch("arrays-deep") { $0[9] = String(repeating: "[", count: 200_000) },
      sketch("page-arrays-deep") {
        let deep = String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
        $0[3] = "<< /Type /Page /Parent 2 0 R /MediaBox \(deep) /Contents 4 0 R >>"
      },
      sketch("dictionaries-deep") {
        $0[3] = String(repeating: "<< /A ", count: 50_000)
      },
      sketch("many-objects") { sketch in
        for number in 10..<210_100 { sketch[number] = "0" }
      },
      sketch("name-long") { $0[9] = "/" + String(repeating: "A", count: 1 << 20) },
      sketch("string-long") { $0[9] = "(" + String(repeating: "(", count: 1 << 20) },
      sketch("number-long") {
        $0[3] =
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(String(repeating: "9", count: 100_000)) 9] >>"
      },
      sketch("object-stream-in-itself") {
        $0.stream(6, "/Type /ObjStm /N 1 /First 4 /Extends 6 0 R", Array("6 0 null".utf8))
      },
      sketch("object-stream-lies") {
        $0.deflated(6, "/Type /ObjStm /N 2147483647 /First 4", Array("8 0 null".utf8))
      },
      sketch("outlines-in-a-circle") {
        $0[1] = "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>"
        $0[6] = "<< /First 7 0 R /Last 7 0 R /Count 9 >>"
        $0[7] = "<< /Title (a) /Parent 6 0 R /Next 7 0 R /First 7 0 R >>"
      },
      sketch("names-in-a-circle") {
        $0[1] = "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>"
        $0[6] = "<< /Kids [6 0 R] >>"
      },
      sketch("xfa") {
        $0[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R /Fields [] >> >>"
        $0.stream(6, "", Array("<xdp:xdp><template/></xdp:xdp>".utf8))
      },
      sketch("javascript") {
        $0[1] = "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(1);) >> >>"
      },
      sketch("fields-in-a-circle") {
        $0[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>"
        $0[6] = "<< /T (a) /FT /Tx /Kids [6 0 R] /Parent 6 0 R >>"
      },
    ]
  }

  /// What is on a page, or is said to be.
  private static var pages: [BrokenFile] {
    [
      "[0 0 0 0]", "[0 0 -200 -200]", "[0 0 1e38 1e38]", "[0 0 2147483647 2147483647]", "[]",
      "[0 0 14400 14400]", "[(a) (b) (c) (d)]", "[0 0 1e-30 1e-30]", "3 0 R", "[0 0 1 14400]",
    ].enumerated().map { index, box in
      BrokenFile("box-\(index).pdf", PDFSketch(mediaBox: box).bytes())
    } + [
      BrokenFile("unit-huge.pdf", PDFSketch(page: "/UserUnit 1e9").bytes()),
      BrokenFile("rotated-by-seven.pdf", PDFSketch(page: "/Rotate 7").bytes()),
      BrokenFile("rotated-far.pdf", PDFSketch(page: "/Rotate 2147483640").bytes()),
      sketch("contents-are-the-page") { $0[4] = "3 0 R" },
      sketch("annotations-in-a-circle") {
        $0[3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Annots 6 0 R >>"
        $0[6] = "[6 0 R 7 0 R]"
        $0[7] =
          "<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /Parent 7 0 R /AP << /N 7 0 R >> >>"
      },
      BrokenFile(
        "graphics-states.pdf",
        PDFSketch(content: String(repeating: "q ", count: 1_000_000)).bytes()),
      BrokenFile(
        "numbers-without-end.pdf",
        PDFSketch(content: String(repeating: "1 ", count: 2_000_000)).bytes()),
      BrokenFile(
        "path-long.pdf",
        PDFSketch(content: "0 0 m " + String(repeating: "9 9 l 0 9 l ", count: 200_000) + "S")
          .bytes()),
      BrokenFile(
        "dashes-small.pdf",
        PDFSketch(content: "[0.0001] 0 d 0 0 m 200 200 l S 0 200 l S").bytes()),
      BrokenFile(
        "inline-picture.pdf",
        PDFSketch(content: "BI /W 100000 /H 100000 /BPC 8 /CS /RGB ID x EI").bytes()),
      BrokenFile("text-without-font.pdf", PDFSketch(content: "BT (a) Tj ET").bytes()),
      BrokenFile(
        "text-in-no-embedded-font.pdf",
        PDFSketch(
          resources: "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>",
          content: "BT /F 12 Tf 20 20 Td (Kanhe) Tj ET"
        ).bytes()),
      BrokenFile(
        "text-in-no-embedded-chinese.pdf",
        PDFSketch(
          resources: "/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light "
            + "/Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 "
            + "/BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
            + "/Supplement 2 >> >>] >> >>",
          content: "BT /F 12 Tf 20 20 Td <52D85408> Tj ET"
        ).bytes()),
    ]
  }

  /// What is small on disk and large anywhere else.
  private static var swelling: [BrokenFile] {
    [
      sketch("content-bomb") { $0.deflated(4, "", [UInt8](repeating: 0x20, count: 64 << 20)) },
      sketch("object-stream-bomb") {
        $0.deflated(6, "/Type /ObjStm /N 1 /First 4", [UInt8](repeating: 0x20, count: 64 << 20))
      },
      sketch("bomb-in-a-bomb") {
        let inner = (try? Deflate.compress([UInt8](repeating: 0x20, count: 30 << 20))) ?? []
        let outer = (try? Deflate.compress(inner)) ?? []
        $0.stream(4, "/Filter [/FlateDecode /FlateDecode]", outer)
      },
      sketch("run-length-bomb") {
        let runs = [UInt8]((0..<1 << 19).flatMap { _ in [UInt8(129), 0x20] })
        $0.stream(4, "/Filter /RunLengthDecode", runs)
      },
      sketch("filters-without-end") {
        let filters = String(repeating: "/ASCIIHexDecode ", count: 5_000)
        $0.stream(4, "/Filter [\(filters)]", Array("20>".utf8))
      },
    ] + drawnForms + drawnPictures
  }
}
