import Foundation
import Testing

@Suite struct PDFTests {
  @Test func cutAnywhereItIsRefused() {
    let whole = SmallFiles.pdf
    for count in 5..<whole.count - 6 {
      #expect(refusal(of: Array(whole.prefix(count))) == "truncated_pdf", "\(count) bytes")
    }
  }

  @Test func aKilobyteBehindItsEndIsAccepted() {
    let junk = String(repeating: "x", count: 1_000)
    #expect(refusal(of: SmallFiles.pdf(after: junk)) == nil)
    #expect(refusal(of: SmallFiles.pdf(after: junk + junk + junk)) == "truncated_pdf")
  }

  @Test func bytesBeforeItsHeaderAreAccepted() {
    #expect(refusal(of: SmallFiles.pdf(before: "\u{FEFF}")) == nil)
    #expect(refusal(of: SmallFiles.pdf(before: String(repeating: "-", count: 900))) == nil)
    let late = SmallFiles.pdf(before: String(repeating: "-", count: 1_100))
    #expect(refusal(of: late) == "unknown_format")
  }

  @Test(arguments: ["999999", "99999999999999999999999", "-1", "", "3", "0"])
  func aCrossReferenceThatIsNotThereIsDamage(start: String) {
    let text = String(decoding: SmallFiles.pdf, as: UTF8.self)
    let end = text.range(of: "startxref\n")
    guard let end else { return #expect(Bool(false), "no startxref") }
    let bytes = Array((text[..<end.upperBound] + start + "\n%%EOF\n").utf8)
    #expect(refusal(of: bytes) == "damaged_pdf")
  }

  @Test func aCrossReferenceStreamIsAccepted() {
    let head = "%PDF-1.5\n"
    let tail = "7 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n\(head.utf8.count)\n%%EOF"
    #expect(refusal(of: Array((head + tail).utf8)) == nil)
    let number = "%PDF-1.5\n7 apples\nstartxref\n9\n%%EOF"
    #expect(refusal(of: Array(number.utf8)) == "damaged_pdf")
  }

  @Test func theEndMustComeLast() {
    let bytes = Array("%PDF-1.4\n%%EOF\nxref\nstartxref\n15\n".utf8)
    #expect(refusal(of: bytes) == "truncated_pdf")
  }

  /// Pictures inside a page are drawn in memory, too.
  @Test(arguments: [
    ("/Width 30000 /Height 30000", "too_many_pixels"),
    ("/Height 30000/Width 30000", "too_many_pixels"),
    ("/Width 99999999999999999999 /Height 99999999999999999999", "too_many_pixels"),
    ("/Width\n800 /Height 600", nil), ("/Width 9 0 R /Height 600", nil), ("/Length 30000", nil),
  ])
  func aPictureOfTooManyPixelsIsRefused(size: String, code: String?) {
    let picture = "9 0 obj\n<< /Subtype /Image \(size) >>\nstream\nx\nendstream\nendobj\n"
    #expect(refusal(of: SmallFiles.pdf(before: picture)) == code)
  }
}
