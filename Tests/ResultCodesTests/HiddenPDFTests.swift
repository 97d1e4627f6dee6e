import Cases
import ResultCodes
import Testing

@Suite struct HiddenPDFTests {
  let secret = ResultSecret()
  let pdf = [UInt8](repeating: 0x25, count: 36_500)

  @Test func comesBackOnlyWithItsSecret() throws {
    let stored = try HiddenPDF.hide(pdf, under: secret)
    #expect(try HiddenPDF.reveal(stored, under: secret, length: pdf.count) == pdf)
    #expect(throws: Problem.hiddenPDFDamaged) {
      try HiddenPDF.reveal(stored, under: ResultSecret(), length: pdf.count)
    }
  }

  @Test func anyChangeIsSeen() throws {
    let stored = try HiddenPDF.hide(pdf, under: secret)
    for place in [0, 11, 12, stored.count / 2, stored.count - 17, stored.count - 1] {
      var changed = stored
      changed[place] ^= 1
      #expect(throws: Problem.hiddenPDFDamaged) {
        try HiddenPDF.reveal(changed, under: secret, length: pdf.count)
      }
    }
    for length in [0, -1, pdf.count - 1, pdf.count + 20_000, .max] {
      #expect(throws: Problem.hiddenPDFDamaged) {
        try HiddenPDF.reveal(stored, under: secret, length: length)
      }
    }
    #expect(throws: Problem.hiddenPDFDamaged) {
      try HiddenPDF.reveal(stored + [0], under: secret, length: pdf.count)
    }
  }

  @Test(arguments: [
    (1, 16_384), (16_384, 16_384), (16_385, 32_768), (131_073, 147_456), (1_000_000, 1_048_576),
    (1_048_577, 1_179_648),
  ])
  func sizesGoInSteps(_ count: Int, _ padded: Int) {
    #expect(HiddenPDF.paddedSize(count) == padded)
  }

  @Test func emptyOrHugeFilesAreNotHidden() {
    #expect(throws: Problem.pdfTooLarge) { try HiddenPDF.hide([], under: secret) }
  }
}
