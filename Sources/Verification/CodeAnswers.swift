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
    guard key.isInItsTime(claims.issuedAt) else {
      return .init(.nobody, subject: subject, reasons: [.keyOutsideItsTime])
    }
    if let revoked = key.revokedAt {
      // A stolen key can write any date: only the public log can tell what was issued before.
      guard let revokedAt = TrustedIssuingKey.seconds(revoked), claims.issuedAt < revokedAt else {
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
}

extension TrustedIssuingKey {
  /// Whether a list by this key may tell now what was revoked of what `issuer` signed: it was not revoked itself, and a test
  /// key speaks of tests only.
  func maySpeak(of issuer: TrustedIssuingKey, at now: Date) -> Bool {
    revokedAt == nil && (!test || issuer.test) && isInItsTime(Int64(now.timeIntervalSince1970))
  }

  /// Whether the key could sign then, in seconds since 1970.
  fileprivate func isInItsTime(_ second: Int64) -> Bool {
    guard let from = Self.seconds(notBefore), let to = Self.seconds(notAfter) else { return false }
    return from <= second && second <= to
  }

  static func seconds(_ time: String) -> Int64? {
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
