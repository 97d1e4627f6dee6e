import Cases
import Foundation
import Verification

/// Judges the signatures and seals of a PDF before anything draws it.
enum SignatureInspection {
  /// What the signatures and seals of the file say of these bytes, as they were handed in; nil where it bears none.
  ///
  /// - Parameter trust: whom the hall believes; nil where nobody is.
  /// - Throws: `internal`.
  static func verdict(on pdf: [UInt8], trust: TrustStore?) throws(Problem) -> Verdict? {
    guard PDFVerifier.bearsSignature(pdf) else { return nil }
    let trust = trust ?? .empty
    return try OwnTasks.result { await PDFVerifier.judge(pdf, trust: trust) }.inPrintableWords
  }
}

extension Verdict {
  /// Names come out of certificates that anybody can make: short, and without characters that could make a text look like
  /// another one.
  fileprivate var inPrintableWords: Verdict {
    var verdict = self
    verdict.sealedBy.subject = sealedBy.subject?.printable
    verdict.claims = claims?.mapValues(\.printable)
    return verdict
  }
}

extension String {
  /// Controls, and marks that turn the direction of writing or have no width, as spaces; cut where it is long.
  fileprivate var printable: String {
    let most = 500
    let scalars: [Unicode.Scalar] = unicodeScalars.prefix(most).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: " "
      default: scalar
      }
    }
    let text = String(String.UnicodeScalarView(scalars))
    return unicodeScalars.dropFirst(most).isEmpty ? text : text + "…"
  }
}
