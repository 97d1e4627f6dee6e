import Foundation
import Testing
import Verification

/// Which files say of themselves that they are signed.
@Suite struct SignatureClaimTests {
  @Test(arguments: [
    ("/ByteRange [0 1 2 3]", true), ("/Perms << /DocMDP 7 0 R >>", true),
    ("/SubFilter /ETSI.CAdES.detached", true), ("/SubFilter\r\n\t/adbe.pkcs7.detached", true),
    ("/App << /Name /Kanhe >>", true), ("/App << /Name /KanheSeal >>", true),
    // Places where somebody may sign one day, and names that only begin alike.
    ("/AcroForm << /SigFlags 1 >> /FT /Sig", false), ("/Differences [1 /Sigma /Sig]", false),
    ("/SV << /SubFilter [/ETSI.CAdES.detached] >>", false), ("/SubFilter", false),
    ("", false), ("/", false), ("/ByteRang", false),
  ])
  func isSeenInTheBytes(text: String, isClaimed: Bool) {
    #expect(PDFVerifier.bearsSignature(Array("%PDF-1.7 \(text)".utf8)) == isClaimed)
    #expect(PDFVerifier.bearsSignature(Array(text.utf8)) == isClaimed)
  }

  /// Whoever can change a byte of a signed file cannot make it one that was never signed.
  @Test func noSingleByteHidesASignature() throws {
    let office = try Office()
    for file in [
      try office.sealed(ForeignPDF().bytes), try office.signedOtherwise(ForeignPDF().bytes),
      try office.hall.sealed(),
    ] {
      #expect(PDFVerifier.bearsSignature(file))
      let places = ["/ByteRange", "/SubFilter", "/DocMDP", "/App << /Name"].compactMap {
        file.firstRange(of: Array($0.utf8))
      }
      for place in places.flatMap({ $0 }) {
        var changed = file
        changed[place] ^= 1
        #expect(PDFVerifier.bearsSignature(changed), "\(place)")
      }
    }
    #expect(!PDFVerifier.bearsSignature(ForeignPDF().bytes))
  }
}
