package import Cases
package import Foundation
package import ResultCodes

/// Judges the text of a QR code, or a signed record that was fetched for one. Uses no network.
package enum CodeVerifier {
  /// Judges `text`, exactly what the code says, as of `now`. The problem `no_code` where it is not
  /// the address of a result at all.
  package static func judge(
    text: String, trust: TrustStore, at now: Date
  ) throws(Problem) -> Verdict {
    try judgement(of: text, trust: trust, at: now).verdict
  }

  /// Judges a code together with the PDF that came with it: the two must belong together.
  package static func judge(
    text: String, pdf: [UInt8], trust: TrustStore, at now: Date
  ) throws(Problem) -> Verdict {
    let judgement = try judgement(of: text, trust: trust, at: now)
    guard let claims = judgement.claims, !claims.fit(pdf: pdf) else { return judgement.verdict }
    return .altered(.pdfDiffers)
  }

  /// Judges the record that the public side gave for `locator`.
  package static func judge(
    record: [UInt8], locator: Locator, trust: TrustStore, at now: Date
  ) -> Verdict {
    do throws(CodeFault) {
      let record = try SignedRecord(decoding: record)
      return judgement(of: record, locator: locator, trust: trust, at: now).verdict
    } catch {
      return verdict(on: error)
    }
  }
}

extension CodeVerifier {
  /// The trusted key that a record names; nil where it names none that is trusted.
  static func trusted(
    _ record: SignedRecord, in trust: TrustStore
  ) -> TrustedIssuingKey? {
    let kid = Hexadecimal.text(of: record.kid)
    return trust.issuingKeys.first { $0.kid == kid }
  }
}

/// A verdict, and the claims where they were found unaltered.
private struct Judgement {
  var verdict: Verdict
  var claims: ResultClaims?
}

extension CodeVerifier {
  private static func judgement(
    of text: String, trust: TrustStore, at now: Date
  ) throws(Problem) -> Judgement {
    let url: ResultURL
    do throws(CodeFault) {
      url = try ResultURL(parsing: text)
    } catch {
      guard error != .notAResultURL else { throw .noCode }
      return Judgement(verdict: verdict(on: error))
    }
    return switch url.frame {
    case .pointer: Judgement(verdict: .notChecked(.recordNotHere))
    case .full(_, let record): judgement(of: record, locator: url.locator, trust: trust, at: now)
    }
  }

  private static func judgement(
    of record: SignedRecord, locator: Locator, trust: TrustStore, at now: Date
  ) -> Judgement {
    guard let trusted = trusted(record, in: trust), let key = trusted.publicKey
    else { return Judgement(verdict: .notChecked(.keyUnknown)) }
    do throws(CodeFault) {
      let claims = try record.claims(under: key, at: locator)
      let verdict = Verdict(
        unaltered: .init(.yes, reasons: [.signatureFits]),
        sealedBy: sealedBy(trusted, claims),
        inForce: inForce(claims, at: now),
        claims: claims.shown(locator))
      return Judgement(verdict: verdict.hidingClaimsOfNobody, claims: claims)
    } catch {
      return Judgement(verdict: verdict(on: error))
    }
  }

  private static func verdict(on fault: CodeFault) -> Verdict {
    switch fault {
    case .newerReaderNeeded, .incomplete: .notChecked(Reason(fault))
    default: .altered(Reason(fault))
    }
  }
}

extension Verdict {
  static func altered(_ reason: Reason) -> Verdict {
    Verdict(
      unaltered: .init(.no, reasons: [reason]), sealedBy: .init(.unknown),
      inForce: .init(.notChecked))
  }

  static func notChecked(_ reason: Reason) -> Verdict {
    Verdict(
      unaltered: .init(.notChecked, reasons: [reason]),
      sealedBy: .init(.unknown, reasons: [reason]),
      inForce: .init(.notChecked))
  }

  /// What a key says outside its time is nobody's word, and is not repeated.
  fileprivate var hidingClaimsOfNobody: Verdict {
    guard sealedBy.answer == .nobody else { return self }
    var verdict = self
    verdict.claims = nil
    return verdict
  }
}
