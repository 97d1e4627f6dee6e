import Cases
import Foundation
import PortableDocument
import Sealing

/// A signature that other software made. It is enough to tell whether the whole file is as it was when it was signed;
/// whoever signed it stays unknown. What is unusual is refused.
enum PDFThirdPartySignature {
  static func judge(_ pdf: [UInt8]) -> Verdict {
    do {
      let signer = try check(pdf)
      return Verdict(
        unaltered: .init(.yes, reasons: [.digestAndSignatureAgree]),
        sealedBy: .init(.unknown, subject: signer, reasons: [.thirdParty]),
        inForce: .init(.notChecked, reasons: [.validityUnknown]))
    } catch {
      return .refused(error.reason)
    }
  }

  /// The subject of the certificate whose signature covers and fits the file.
  private static func check(_ pdf: [UInt8]) throws(PDFRefusal) -> String {
    let hole = try hole(in: pdf)
    let upper = pdf[hole].contains { (65...70).contains($0) }
    let cms = try PDFHole.contents(hole, in: pdf, upperCase: upper)
    do throws(CMSDefect) {
      let signed = try CMSSignedData(cms)
      guard signed.content == nil else { throw .malformed("attached content") }
      let signer = try signed.signingCertificate(
        over: pdf[..<hole.lowerBound], pdf[hole.upperBound...])
      return PDFSealer.subject(of: signer)
    } catch { throw PDFRefusal(error) }
  }

  /// The Contents string between the two ranges of the file's only ByteRange, which cover everything else.
  private static func hole(in pdf: [UInt8]) throws(PDFRefusal) -> Range<Int> {
    let keyword = "/ByteRange"
    let places = PDFSealMarks.offsets(of: keyword, in: pdf, limit: 2)
    guard places.count == 1 else { throw .init(.structure("\(places.count) /ByteRange")) }
    var syntax = PDFSyntax(pdf, at: places[0] + keyword.utf8.count)
    guard let ranges = try? syntax.value().array?.compactMap(\.integer), ranges.count == 4 else {
      throw .init(.structure("/ByteRange"))
    }
    let (start, resume, rest) = (ranges[1], ranges[2], ranges[3])
    guard ranges[0] == 0, start > places[0] || resume <= places[0], 0 < start, start < resume,
      resume <= pdf.count, rest == pdf.count - resume
    else { throw .init(.notCovered) }
    let before = pdf[..<start].reversed().drop { $0 == 32 || $0 == 10 || $0 == 13 }
    guard before.starts(with: "/Contents".utf8.reversed()) else {
      throw .init(.structure("/Contents"))
    }
    return start..<resume
  }
}
