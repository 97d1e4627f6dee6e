import Cases
import Foundation
import PortableDocument
import Sealing

/// A signature that other software made. It is enough to tell whether what it covers, the file but its own string, is as
/// it was when it was signed; whoever signed it stays unknown. What is unusual is refused.
enum PDFThirdPartySignature {
  static func judge(_ pdf: [UInt8]) -> Verdict {
    do {
      return verdict(try signer(in: hole(in: pdf), of: pdf))
    } catch {
      return .refused(error.reason)
    }
  }

  static func verdict(_ signer: String) -> Verdict {
    Verdict(
      unaltered: .init(.yes, reasons: [.signedContentUnchanged]),
      sealedBy: .init(.unknown, subject: signer, reasons: [.thirdParty]),
      inForce: .init(.notChecked, reasons: [.validityUnknown]))
  }

  /// The subject of the certificate whose signature covers and fits the file.
  static func signer(in hole: Range<Int>, of pdf: [UInt8]) throws(PDFRefusal) -> String {
    let upper = pdf[hole].contains { (65...70).contains($0) }
    let cms = try PDFHole.contents(hole, in: pdf, upperCase: upper)
    let (before, after) = (pdf[..<hole.lowerBound], pdf[hole.upperBound...])
    if let signed = GMThirdPartySignature(cms) {
      return try signed.subjectAfterChecking(before, after)
    }
    do throws(CMSDefect) {
      let signed = try CMSSignedData(cms)
      guard signed.content == nil else { throw .malformed("attached content") }
      let signer = try signed.signingCertificate(over: before, after)
      return PDFSealer.subject(of: signer)
    } catch { throw PDFRefusal(error) }
  }

  /// The Contents string between the two ranges of the file's only ByteRange, which cover everything else.
  private static func hole(in pdf: [UInt8]) throws(PDFRefusal) -> Range<Int> {
    let keyword = "/ByteRange"
    let places = PDFSealMarks.offsets(of: keyword, in: pdf, limit: 2)
    guard places.count == 1 else { throw .init(.structure("\(places.count) /ByteRange")) }
    var syntax = PDFSyntax(pdf, at: places[0] + keyword.utf8.count)
    guard let ranges = try? syntax.value().integers, ranges.count == 4 else {
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
