package import Cases
package import Foundation
import ResultCodes

/// A sealed file, and what the register says of it.
extension OnlineVerifier {
  /// Adds to the verdict on a file what the register says under the codes on its pages. A seal tells nothing of what came
  /// after it: only the register knows what was taken back.
  ///
  /// - Parameters:
  ///   - seal: the verdict on the file by itself.
  ///   - codes: the texts of all codes on its pages; nil where they could not be read.
  package func judge(
    _ seal: Verdict, of pdf: [UInt8], bearing codes: [String]?, at now: Date
  ) async -> Verdict {
    guard seal.summary != .notGenuine else { return seal }
    guard let codes else { return seal.confirmed(by: .notChecked(.registerNotAsked)) }
    var (verdict, hasCode) = (seal, false)
    for text in codes {
      // Papers bear other codes too.
      guard let said = try? await judge(text: text, at: now) else { continue }
      hasCode = true
      verdict = verdict.confirmed(by: await said.about(isRegistered(pdf, under: text)))
    }
    // Whoever has stolen a seal's key draws results without a code: what was asked and not answered is never genuine.
    return hasCode ? verdict : verdict.confirmed(by: .notChecked(.noRegister))
  }

  /// Whether it is the file that the register knows under this code; nil where that cannot be told. What was added behind a
  /// result, to keep it verifiable, is not part of what was registered.
  private func isRegistered(_ pdf: [UInt8], under text: String) async -> Bool? {
    guard let url = try? ResultURL(parsing: text),
      let place = URL(string: "\(url.address.text)/c/\(url.locator.digits)"),
      case .found(let published) = await fetch(place),
      let record = try? SignedRecord(decoding: published),
      let key = CodeVerifier.trusted(record, in: trust)?.publicKey,
      let claims = try? record.claims(under: key, at: url.locator)
    else { return nil }
    return claims.fit(pdf: Array(pdf.prefix(Int(clamping: claims.pdfBytes))))
  }
}

extension Verdict {
  /// What is said of a code, where it is known whether the code is this file's.
  fileprivate func about(_ isThisFile: Bool?) -> Verdict {
    switch isThisFile {
    case true: self
    case false: .altered(.pdfDiffers)
    case nil: unaltered.answer == .yes ? .notChecked(.registerNotAsked) : self
    }
  }

  /// The register's word counts where it is worse, and where it adds something.
  fileprivate func confirmed(by register: Verdict) -> Verdict {
    var verdict = self
    if register.unaltered.answer == .no { verdict.unaltered = register.unaltered }
    switch (register.inForce.answer, register.summary) {
    case (.no, _): verdict.inForce = register.inForce
    case (.yes, .genuine): verdict.inForce.reasons += register.inForce.reasons
    default:
      if verdict.inForce.answer == .yes { verdict.inForce.answer = .notChecked }
      verdict.inForce.reasons += register.inForce.reasons + register.sealedBy.reasons
    }
    return verdict
  }
}

extension Reason {
  fileprivate static let noRegister = Reason(
    code: "no_register", zh: "页面上没有结果二维码，没有可询问的登记处。",
    en: "No result's code is on its pages: there is no register to ask.")
}
