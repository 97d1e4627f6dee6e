import Cases
import PortableDocument
import Sealing

/// A check that a file did not pass.
struct PDFRefusal: Error, Equatable {
  var reason: Reason

  init(_ reason: Reason) { self.reason = reason }
  init(_ defect: CMSDefect) {
    reason =
      switch defect {
      case .malformed: .signatureNotCanonical
      case .weakAlgorithm: .weakAlgorithm
      case .otherContent: .contentAltered
      case .wrongSignature: .signatureWrong
      }
  }
  init(_ defect: PDFDefect) { reason = .structure("\(defect.what), \(defect.offset)") }
}

extension Verdict {
  /// Once a file is altered, nothing that it says about its sealer counts.
  static func refused(_ reason: Reason) -> Verdict {
    Verdict(
      unaltered: .init(.no, reasons: [reason]), sealedBy: .init(.unknown),
      inForce: .init(.notChecked))
  }
}
