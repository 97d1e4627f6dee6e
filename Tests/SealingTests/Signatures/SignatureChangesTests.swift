import PortableDocument
import Testing

@testable import Verification

/// What may differ between two states of a signed document, and what only looks like it: objects that are two things at once, one
/// of which may change.
@Suite struct SignatureChangesTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Objects of the signed state, and what becomes of them.
    let before: [Int: String]
    let after: [Int: String]

    init(_ name: String, _ before: [Int: String], _ after: [Int: String]) {
      (testDescription, self.before, self.after) = (name, before, after)
    }
  }

  private static let page = "<< /Type /Page /Parent 3 0 R /Contents 6 0 R "
  private static let catalog = "<< /Type /Catalog /Pages 2 0 R "
  private static let stream = "<< /Type /XObject /Length 2 >>\nstream\nBT\nendstream"
  private static let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
  /// A field with its signature, 70 and 71.
  private static let field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (new) /V 71 0 R >>"
  private static let signature = "<< /Type /Sig /ByteRange [0 1 2 3] >>"
  private static let kept = "<< /FT /Sig /T (kept) /Rect [0 0 500 700] "

  static let shadows = [
    Change(
      "validation data that are a page", [1: catalog + "/DSS 8 0 R >>"],
      [8: "<< /Type /Page /Parent 3 0 R /Contents 70 0 R >>", 70: stream]),
    Change(
      "validation data that are fonts",
      [
        1: catalog + "/DSS 9 0 R >>", 8: page + "/Resources << /Font 9 0 R >> >>",
        9: "<< /Certs 10 0 R >>", 10: font,
      ], [9: "<< /Certs 70 0 R >>", 70: font]),
    Change(
      "a form that was a page", [1: catalog + "/AcroForm 8 0 R >>"],
      [
        1: catalog + "/AcroForm 70 0 R >>", 70: page + ">>", 71: stream,
        8: "<< /Type /Page /Parent 3 0 R /Contents 71 0 R >>",
      ]),
    Change(
      "a description that is fonts",
      [
        8: page + "/Resources << /Font 9 0 R >> >>", 9: "<< /Producer 10 0 R >>", 10: font,
        11: font,
      ], [9: "<< /Producer 11 0 R >>"]),
    Change(
      "a catalog that is pictures",
      [
        1: catalog + "/DSS 10 0 R >>", 8: page + "/Resources << /XObject 1 0 R >> >>", 10: stream,
        11: stream,
      ], [1: catalog + "/DSS 11 0 R >>"]),
    Change(
      "a page that is pictures",
      [
        4: page + "/Annots 10 0 R >>", 8: page + "/Resources << /XObject 4 0 R >> >>", 10: stream,
        11: stream,
      ], [4: page + "/Annots 11 0 R >>"]),
    Change(
      "a page that is colours",
      [4: page + "/Annots [/Pattern] >>", 8: page + "/Resources << /ColorSpace 4 0 R >> >>"],
      [
        1: catalog + "/AcroForm << /Fields [70 0 R] >> >>",
        4: page + "/Annots [/Pattern 70 0 R] >>", 70: field, 71: signature,
      ]),
    Change(
      "annotations that are pages",
      [
        3: "<< /Type /Pages /Parent 2 0 R /Kids 10 0 R /Count 2 >>", 10: "[4 0 R 8 0 R]",
        8: page + "/Annots 10 0 R >>",
      ],
      [
        1: catalog + "/AcroForm << /Fields [70 0 R] >> >>", 10: "[4 0 R 8 0 R 70 0 R]",
        70: field, 71: signature,
      ]),
    Change(
      "a resource of another name, neither of which is UTF-8",
      [8: page + "/Resources << /XObject << /\u{FE} 6 0 R >> >> >>"],
      [8: page + "/Resources << /XObject << /\u{FF} 6 0 R >> >> >>"]),
    Change(
      "a resource of the same name in parts",
      [8: page + "/Resources << /XObject << /\u{C3}\u{A9} 6 0 R >> >> >>"],
      [8: page + "/Resources << /XObject << /e\u{CC}\u{81} 6 0 R >> >> >>"]),
    Change("another tree of pages", [:], [1: "<< /Type /Catalog /Pages 3 0 R >>"]),
    Change(
      "a form that draws itself", [1: catalog + "/AcroForm << /Fields [] >> >>"],
      [1: catalog + "/AcroForm << /Fields [] /XFA 6 0 R >> >>"]),
    Change(
      "a new field that is a page", [:],
      [
        1: catalog + "/AcroForm << /Fields [70 0 R] >> >>", 71: signature,
        70: "<< /Type /Page /FT /Sig /T (new) /V 71 0 R >>",
      ]),
    Change(
      "a kept field that is fonts",
      [
        1: catalog + "/AcroForm << /Fields [9 0 R] >> >>", 9: kept + ">>",
        8: page + "/Resources << /Font 9 0 R >> >>",
      ], [9: kept + "/V 70 0 R >>", 70: "<< /Type /Font /ByteRange [0 1 2 3] >>"]),
    keptField("with a picture and a number", "/V 1 /AP << /N 70 0 R >> >>", [70: stream]),
    keptField("whose value is no signature", "/V 70 0 R >>", [70: "<< /Type /Sig >>"]),
    keptField("whose value was there", "/V 4 0 R >>", [:]),
    keptField(
      "with another's signature", "/V 71 0 R /AP << /N 72 0 R >> >>",
      [
        1: catalog + "/AcroForm << /Fields [9 0 R 70 0 R] >> >>", 70: field, 71: signature,
        72: stream,
      ]),
  ]

  private static func keptField(
    _ name: String, _ value: String, _ more: [Int: String]
  ) -> Change {
    Change(
      "a kept field " + name,
      [1: catalog + "/AcroForm << /Fields [9 0 R] >> >>", 9: kept + ">>"],
      more.merging([9: kept + value]) { one, _ in one })
  }

  @Test(arguments: shadows)
  func whatIsAlsoSomethingElseMayNotChange(_ change: Change) throws {
    #expect(throws: PDFRefusal.self) { try check(change) }
  }

  static let honest = [
    Change(
      "validation data", [:],
      [
        1: catalog + "/DSS 70 0 R >>", 70: "<< /Type /DSS /Certs [71 0 R] >>",
        71: "<< /Length 2 >>\nstream\n12\nendstream",
      ]),
    Change(
      "more validation data",
      [1: catalog + "/DSS 9 0 R >>", 9: "<< /Certs [10 0 R] >>", 10: stream],
      [
        9: "<< /Type /DSS /Certs [10 0 R 70 0 R] /VRI << >> >>",
        70: "<< /Length 2 >>\nstream\n12\nendstream",
      ]),
    Change(
      "a new field in a form with an object of its own",
      [1: catalog + "/AcroForm 9 0 R >>", 9: "<< /Fields [] >>"],
      [
        9: "<< /Fields [70 0 R] /SigFlags 3 >>", 8: page + "/Annots [70 0 R] >>", 70: field,
        71: signature,
      ]),
    Change(
      "a new field in lists with objects of their own",
      [
        1: catalog + "/AcroForm << /Fields 10 0 R >> >>", 10: "[]", 8: page + "/Annots 5 0 R >>",
      ], [10: "[70 0 R]", 5: "[7 0 R 70 0 R]", 70: field, 71: signature]),
    keptField("with its signature", "/V 70 0 R >>", [70: signature]),
    keptField(
      "with its signature and a picture", "/V 70 0 R /M (D:2026) /AP << /N 71 0 R >> >>",
      [70: signature, 71: stream]),
    Change(
      "another producer", [9: "<< /Producer (one) /Title (t) >>"],
      [9: "<< /Producer (other) /Title (t) /ModDate (D:2026) >>"]),
  ]

  @Test(arguments: honest)
  func whatSignaturesAddIsAllowed(_ change: Change) throws {
    #expect(throws: Never.self) { try check(change) }
  }

  private func check(_ change: Change) throws {
    let text = String(decoding: ForeignPDF().bytes, as: UTF8.self)
      .replacing("/Root 1 0 R", with: "/Root 1 0 R /Info 9 0 R")
    let old = try Manuscript(bytes: Array(text.utf8)).changed(change.before)
    let new = try Manuscript(bytes: old).changed(change.after)
    try PDFSignatureChanges.check(from: PDFFile(old), to: PDFFile(new))
  }
}
