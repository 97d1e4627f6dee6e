import Cases
import Foundation
import ResultCodes

extension CodeVerifier {
  /// Clocks of issuing machines may be ahead by this many seconds.
  private static let clockSkew: Int64 = 300

  /// Whether the key could speak for its authority when the record says that it was issued.
  static func sealedBy(
    _ key: TrustedIssuingKey, _ claims: ResultClaims
  ) -> Verdict.Answer<Verdict.SealedBy> {
    let subject = claims.issuer
    guard let from = seconds(key.notBefore), let to = seconds(key.notAfter),
      (from...max(from, to)).contains(claims.issuedAt)
    else { return .init(.nobody, subject: subject, reasons: [.keyOutsideItsTime]) }
    if let revoked = key.revokedAt {
      // A stolen key can write any date: only the public log can tell what was issued before.
      guard let revokedAt = seconds(revoked), claims.issuedAt < revokedAt else {
        return .init(.nobody, subject: subject, reasons: [.keyRevoked])
      }
      return .init(.unknown, subject: subject, reasons: [.keyRevokedLater])
    }
    return key.test
      ? .init(.test, subject: subject, reasons: [.testKey])
      : .init(.trusted, subject: subject, reasons: [.keyTrusted])
  }

  /// By what the record says of itself; whether it was revoked since is not known offline.
  static func inForce(
    _ claims: ResultClaims, at now: Date
  ) -> Verdict.Answer<Verdict.InForce> {
    let now = Int64(now.timeIntervalSince1970)
    if now < claims.issuedAt - clockSkew { return .init(.no, reasons: [.notYet]) }
    if let expiry = claims.expiresAt, now >= expiry { return .init(.no, reasons: [.expired]) }
    return .init(.yes, reasons: [.inForceByItself])
  }

  private static func seconds(_ time: String) -> Int64? {
    (try? Date(time, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970) }
  }
}

extension ResultClaims {
  /// The claims in words, as a verdict carries them.
  func shown(_ locator: Locator) -> [String: String] {
    var shown = [
      "issuer": issuer, "issued_at": Self.time(issuedAt), "kind": kind, "number": number,
      "holder": holder.text, "locator": locator.digits,
      "pdf_sha256": Hexadecimal.text(of: pdfSHA256), "pdf_bytes": String(pdfBytes),
    ]
    shown["expires_at"] = expiresAt.map(Self.time)
    return shown
  }

  private static func time(_ seconds: Int64) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601)
  }
}
