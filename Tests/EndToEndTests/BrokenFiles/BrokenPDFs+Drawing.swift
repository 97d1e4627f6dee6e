/// Forms, patterns, fonts and pictures that draw themselves or are larger than they look.
extension BrokenPDFs {
  static var drawnForms: [BrokenFile] {
    [
      drawing("form-draws-itself", resources: "/XObject << /X 5 0 R >>", content: "/X Do") {
        $0.stream(5, form("/Resources << /XObject << /X 5 0 R >> >>"), Array("/X Do".utf8))
      },
      drawing("forms-doubling", resources: "/XObject << /X 10 0 R >>", content: "/X Do") {
        // Each draws the next ten times: 10^12 in all.
        for number in 10..<22 {
          let resources = "/Resources << /XObject << /X \(number + 1) 0 R >> >>"
          $0.stream(number, form(resources), Array(String(repeating: "/X Do ", count: 10).utf8))
        }
        $0.stream(22, form(""), Array("0 0 9 9 re f".utf8))
      },
      drawing(
        "pattern-draws-itself", resources: "/Pattern << /P 5 0 R >>",
        content: "/Pattern cs /P scn 0 0 200 200 re f"
      ) {
        $0.stream(
          5,
          "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 "
            + "/Resources << /Pattern << /P 5 0 R >> >>",
          Array("/Pattern cs /P scn 0 0 9 9 re f".utf8))
      },
      drawing(
        "pattern-of-tiny-steps", resources: "/Pattern << /P 5 0 R >>",
        content: "/Pattern cs /P scn 0 0 200 200 re f"
      ) {
        $0.stream(
          5,
          "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001 /YStep 0.0001 "
            + "/Resources << >>", Array("0 0 9 9 re f".utf8))
      },
      drawing(
        "mask-draws-itself", resources: "/ExtGState << /G 5 0 R >> /XObject << /X 6 0 R >>",
        content: "/G gs 0 0 99 99 re f"
      ) {
        $0[5] = "<< /SMask << /S /Luminosity /G 6 0 R >> >>"
        $0.stream(
          6,
          form("/Group << /S /Transparency >> /Resources << /ExtGState << /G 5 0 R >> >>"),
          Array("/G gs 0 0 9 9 re f".utf8))
      },
      drawing(
        "letter-draws-itself", resources: "/Font << /F 5 0 R >>",
        content: "BT /F 9 Tf (aaaa) Tj ET"
      ) {
        $0[5] =
          "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 "
          + "/LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> "
          + "/Resources << /Font << /F 5 0 R >> >> >>"
        $0.stream(6, "", Array("9 0 d0 BT /F 9 Tf (aa) Tj ET".utf8))
      },
      drawing(
        "unicode-map-huge", resources: "/Font << /F 5 0 R >>", content: "BT /F 9 Tf (a) Tj ET"
      ) {
        $0[5] =
          "<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 2147483647 "
          + "/Widths [] /ToUnicode 6 0 R >>"
        $0.stream(
          6, "",
          Array(
            ("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange "
              + "<00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange "
              + "<00000000> <FFFFFFFF> <0000> endbfrange endcmap").utf8))
      },
      drawing(
        "font-program-of-noise", resources: "/Font << /F 5 0 R >>",
        content: "BT /F 9 Tf (abc) Tj ET"
      ) {
        $0[5] =
          "<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor << /Type /FontDescriptor "
          + "/FontName /A /Flags 4 /FontFile2 6 0 R >> >>"
        var numbers = SeededNumbers(seed: 5)
        $0.stream(
          6, "",
          [0, 1, 0, 0, 0, 99] + (0..<9_000).map { _ in .random(in: 0...255, using: &numbers) })
      },
      drawing(
        "function-huge", resources: "/Shading << /S 5 0 R >>", content: "/S sh"
      ) {
        $0[5] =
          "<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 6 0 R >>"
        $0.stream(
          6,
          "/FunctionType 0 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Size [60000 60000] "
            + "/BitsPerSample 32", [0])
      },
      drawing(
        "function-stitches-itself", resources: "/Shading << /S 5 0 R >>", content: "/S sh"
      ) {
        $0[5] =
          "<< /ShadingType 2 /Coords [0 0 200 200] /ColorSpace /DeviceGray /Function 6 0 R >>"
        $0[6] =
          "<< /FunctionType 3 /Domain [0 1] /Functions [6 0 R 6 0 R] /Bounds [0.5] "
          + "/Encode [0 1 0 1] >>"
      },
      drawing(
        "function-program-deep", resources: "/Shading << /S 5 0 R >>", content: "/S sh"
      ) {
        $0[5] =
          "<< /ShadingType 2 /Coords [0 0 200 200] /ColorSpace /DeviceGray /Function 6 0 R >>"
        $0.stream(
          6, "/FunctionType 4 /Domain [0 1] /Range [0 1]",
          [UInt8](repeating: 0x7B, count: 200_000))
      },
      drawing(
        "colours-of-themselves", resources: "/ColorSpace << /C 5 0 R >>",
        content: "/C cs 1 scn 0 0 9 9 re f"
      ) { $0[5] = "[/Indexed 5 0 R 255 (a)]" },
    ]
  }

  static var drawnPictures: [BrokenFile] {
    [
      picture("picture-of-nothing", "/Width 0 /Height 0", []),
      picture("picture-negative", "/Width -9 /Height -9", []),
      picture("picture-lies", "/Width 9000 /Height 9000", [0]),
      picture("picture-gigapixel", "/Width 99999 /Height 99999", [0]),
      picture("picture-of-99-bits", "/Width 9 /Height 9 /BitsPerComponent 99", [0]),
      picture(
        "fax-wide",
        "/Width 9 /Height 9 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2147483647 /Rows 2147483647 >>",
        [0, 1, 2]),
      picture(
        "fax-of-noise",
        "/Width 5000 /Height 5000 /Filter /CCITTFaxDecode /DecodeParms << /K 4 /Columns 5000 >>",
        noise(9_000)),
      picture("lzw-of-noise", "/Width 500 /Height 500 /Filter /LZWDecode", noise(9_000)),
      picture(
        "jpeg-of-noise", "/Width 500 /Height 500 /Filter /DCTDecode",
        [0xFF, 0xD8, 0xFF] + noise(9_000)),
      picture(
        "predictor-huge",
        "/Width 9 /Height 9 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 32 /BitsPerComponent 16 /Columns 2147483647 >>",
        noise(99)),
      // A page that claims four billion rows (T.88, 7.2 and 7.4.8).
      picture(
        "jbig2-bomb", "/Width 9 /Height 9 /Filter /JBIG2Decode",
        [
          0, 0, 0, 0, 0x30, 0, 1, 0, 0, 0, 19,
          0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF, 0xFE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        ]),
      picture(
        "jbig2-of-noise", "/Width 900 /Height 900 /Filter /JBIG2Decode",
        [0, 0, 0, 0, 0x30, 0, 1, 0, 0, 0, 19] + noise(9_000)),
      // A codestream of 65,535 components on 4,294,967,295 pixels a side (T.800, A.5.1).
      picture(
        "jpx-bomb", "/Width 9 /Height 9 /Filter /JPXDecode",
        [
          0xFF, 0x4F, 0xFF, 0x51, 0, 41, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0,
          0, 0, 0, 0,
          0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 7, 1, 1,
        ]),
      picture("mask-of-itself", "/Width 9 /Height 9 /SMask 5 0 R", noise(243)),
    ]
  }

  private static func drawing(
    _ name: String, resources: String, content: String, _ change: (inout PDFSketch) -> Void
  ) -> BrokenFile {
    var sketch = PDFSketch(resources: resources, content: content)
    change(&sketch)
    return BrokenFile("\(name).pdf", sketch.bytes())
  }

  private static func form(_ more: String) -> String {
    "/Type /XObject /Subtype /Form /BBox [0 0 200 200] \(more)"
  }

  /// A page with nothing but that picture.
  private static func picture(_ name: String, _ dictionary: String, _ data: [UInt8]) -> BrokenFile {
    drawing(name, resources: "/XObject << /X 5 0 R >>", content: "200 0 0 200 0 0 cm /X Do") {
      $0.stream(
        5,
        "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 \(dictionary)",
        data)
    }
  }

  private static func noise(_ count: Int) -> [UInt8] {
    var numbers = SeededNumbers(seed: count)
    return (0..<count).map { _ in .random(in: 0...255, using: &numbers) }
  }
}
